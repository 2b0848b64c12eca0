import { getDomain } from 'tldts';
import type { Facts } from '@/lib/doctor/facts';

/** The zone that the name's records go into: as the public DNS says, else as it usually is. */
export function zoneOf(facts: Facts): string {
  return facts.delegation?.zone || (registrableDomain(facts.hostname) ?? facts.hostname);
}

/** As most DNS panels want it: without the zone, `@` for the zone itself. */
export function relativeName(name: string, zone: string): string {
  if (name === zone) return '@';
  return name.endsWith(`.${zone}`) ? name.slice(0, -zone.length - 1) : name;
}

/** A record in the words of a DNS panel, with both forms of its name. */
export function describeWanted(record: { type: string; name: string; value: string }, zone: string): string {
  return `type ${record.type}, name ${relativeName(record.name, zone)} (in full ${record.name}), value ${record.value}`;
}

/** `example.co.uk` of `shop.example.co.uk`; null for public suffixes. */
export function registrableDomain(name: string): string | null {
  return getDomain(name, { allowPrivateDomains: true, validateHostname: false });
}
