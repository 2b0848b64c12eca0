import { derived } from '../data-plane/derived';
import type { Collections, StoredZone } from '../model';
import { keyOf } from '../scope';
import type { State } from '../state';
import { routeRecordSets } from './route-record-sets';
import { normaliseName, unescapeName, type Zone, type ZoneRecord } from './zone';

const publicZones = derived(
  (state) => {
    const byApex = new Map<string, StoredZone[]>();
    for (const { value: stored } of state.entries('zones')) {
      if (stored.zone.Config?.PrivateZone) continue;
      const apex = normaliseName(stored.zone.Name);
      byApex.set(apex, [...(byApex.get(apex) ?? []), stored]);
    }
    return byApex;
  },
  ['zones'],
);

/** The public hosted zone of exactly this name that is on one of the name servers that `isMeant`; several may share a name. */
export function route53Zone(state: State, apex: string, isMeant: (server: string) => boolean): Zone | undefined {
  const zones = publicZones(state).get(apex) ?? [];
  const stored = zones.find((zone) => zone.nameServers.some((server) => isMeant(normaliseName(server))));
  return stored && openZone(state, stored);
}

/** Of the zones of this name, the first in the state's order stands for the delegated one: its name servers. */
export function route53NameServers(state: State, apex: string): string[] | undefined {
  return publicZones(state).get(apex)?.[0]?.nameServers.map(normaliseName);
}

/** The name servers of all public hosted zones. */
export function allRoute53NameServers(state: State): string[] {
  return [...publicZones(state).values()].flat().flatMap(({ nameServers }) => nameServers.map(normaliseName));
}

/** The names of all public hosted zones. */
export function route53Apexes(state: State): Iterable<string> {
  return publicZones(state).keys();
}

/** A zone's own answers, delegated or not. */
export function openZone(state: State, stored: StoredZone): Zone {
  const zoneId = stored.zone.Id.replace(/^\/hostedzone\//, '');
  const spellings = (name: string) => [
    ...new Set([escapeName(name), /[^a-z0-9_.*-]/.test(name) ? escapeName(name) : name]),
  ];
  const read = (name: string) =>
    spellings(name).flatMap((each) =>
      routeRecordSets(state.list('recordSets', keyOf.recordSet(zoneId, each))).map(toZoneRecord),
    );
  const apex = normaliseName(stored.zone.Name);
  return {
    apex,
    soa: read(apex).find((record) => record.type === 'SOA') ?? defaultSoa(stored.nameServers),
    records: read,
    exists: (name) =>
      spellings(name).some((each) => {
        const prefix = keyOf.recordSet(zoneId, each).slice(0, -1);
        return !state.entries('recordSets', prefix).next().done;
      }),
  };
}

function toZoneRecord(set: Collections['recordSets']): ZoneRecord {
  const values = (set.ResourceRecords ?? []).flatMap((record) => (record.Value === undefined ? [] : [record.Value]));
  const record = { type: set.Type ?? '', ttl: set.TTL ?? 60, values };
  const target = set.AliasTarget;
  return target?.DNSName
    ? {
        ...record,
        aliasTarget: normaliseName(unescapeName(target.DNSName)),
        isAliasWithin: target.HostedZoneId === set.zoneId,
      }
    : record;
}

function defaultSoa(nameServers: string[]): ZoneRecord {
  const primary = nameServers[0] ?? 'ns-1.awsdns-01.com.';
  return { type: 'SOA', ttl: 900, values: [`${primary} awsdns-hostmaster.amazon.com. 1 7200 900 1209600 86400`] };
}

/** Route 53 keeps everything but `a-z 0-9 - _ .` as `\ooo`; the sandbox's state may hold the star either way. */
function escapeName(name: string): string {
  return name.replace(/[^a-z0-9_.-]/g, (char) =>
    [...Buffer.from(char)].map((octet) => `\\${octet.toString(8).padStart(3, '0')}`).join(''),
  );
}
