import { normaliseHostname } from '@/lib/dns/hostname';
import type { HostedZone } from '@/lib/inventory/model';
import type { Finding } from '@/lib/tenants/model';
import type { CheckHostnameInput } from '@/lib/tenants/schemas';

export type ResolvedHostname =
  | { ok: true; hostname: string; unicode: string | null; zone: HostedZone | null }
  | { ok: false; finding: Finding };

/**
 * Turns the hostname step of the form into one hostname, and for a managed domain its zone. Pure. The label of a managed
 * domain may also be `@` or empty for the zone's own name, or repeat the zone's name.
 */
export function resolveHostname(input: CheckHostnameInput, zones: HostedZone[]): ResolvedHostname {
  const field = input.kind === 'managed' ? 'label' : 'hostname';
  const zone = input.kind === 'managed' ? (zones.find((one) => one.id === input.zoneId && !one.private) ?? null) : null;
  if (input.kind === 'managed' && zone === null) {
    return refuse(
      'zoneId',
      input.zoneId === '' ? 'Choose a zone.' : 'This zone is not one of our public zones any more. Choose another.',
    );
  }
  const typed = zone === null ? input.hostname : withZone(input.label, zone.name);
  // Only a certificate of its own limits the name to 64 characters; the certificate step says so.
  const normal = normaliseHostname(typed, { allowWildcard: true, commonName: false });
  if (!normal.ok) return refuse(field, normal.sentence);
  if (normal.ascii.startsWith('*.')) {
    return refuse(
      field,
      `A tenant needs a hostname of its own; ${normal.ascii} stands for many. Enter one, such as shop${normal.ascii.slice(1)}.`,
    );
  }
  return { ok: true, hostname: normal.ascii, unicode: normal.unicode === normal.ascii ? null : normal.unicode, zone };
}

function withZone(label: string, zone: string): string {
  const typed = label.trim().toLowerCase().replace(/\.$/, '');
  if (typed === '' || typed === '@' || typed === zone) return zone;
  return typed.endsWith(`.${zone}`) ? typed : `${typed}.${zone}`;
}

function refuse(field: Finding['field'], sentence: string): ResolvedHostname {
  return { ok: false, finding: { level: 'error', field, sentence } };
}
