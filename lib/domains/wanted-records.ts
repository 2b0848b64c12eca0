import type { Certificate, GatewayDomain, RecordSet } from '@/lib/inventory/model';

/** Short, so that a mistake is soon forgotten; ACM needs the record for ever, not often. */
const validationTtlSeconds = 300;

/** The CNAMEs by which ACM recognises the owner, without duplicates: apex and wildcard share one (facts 2.4). */
export function validationRecords(certificate: Certificate): RecordSet[] {
  const byName = new Map<string, RecordSet>();
  for (const { record } of certificate.validations) {
    if (record === null) continue;
    byName.set(record.name, {
      name: record.name,
      type: 'CNAME',
      ttl: validationTtlSeconds,
      values: [record.value],
      alias: null,
      setIdentifier: null,
    });
  }
  return [...byName.values()];
}

/** Alias records A and AAAA to the gateway, for a name in our zone. Empty while the gateway has no target. */
export function aliasRecords(name: string, domain: GatewayDomain): RecordSet[] {
  const { targetName, targetZoneId } = domain;
  if (targetName === null || targetZoneId === null) return [];
  return ['A', 'AAAA'].map((type) => ({
    name,
    type,
    ttl: null,
    values: [],
    alias: { dnsName: targetName, zoneId: targetZoneId },
    setIdentifier: null,
  }));
}

/** The wildcard names that would answer for a hostname in a zone, nearest first: `*.b.z`, `*.z` for `a.b.z`. */
export function wildcardNames(hostname: string, zoneName: string): string[] {
  const names: string[] = [];
  let rest = hostname;
  while (rest.endsWith(`.${zoneName}`)) {
    rest = rest.slice(rest.indexOf('.') + 1);
    names.push(`*.${rest}`);
  }
  return names;
}
