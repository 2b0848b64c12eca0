import type { TenantLimit } from '@/lib/auth/permissions';
import { nameCovers } from '@/lib/certificates/certificate-candidates';
import type { GatewayDomain, HostedZone, RecordSet } from '@/lib/inventory/model';
import type { Finding } from '@/lib/tenants/model';

export interface KnownNames {
  hostname: string;
  kind: 'managed' | 'customer';
  zone: HostedZone | null;
  zones: HostedZone[];
  /** Records of the zones, at least those at and above the hostname. */
  records: (RecordSet & { zoneId: string })[];
  gatewayDomains: GatewayDomain[];
  /** The tenant that has the hostname in our database. */
  owner: { slug: string; name: string } | null;
  /** Of who asks: other tenants than these aren't named. */
  limit: TenantLimit;
}

/** Everything in our database, on the gateway and in our zones that speaks against a hostname. Pure. */
export function hostnameFindings(known: KnownNames): Finding[] {
  const field = known.kind === 'managed' ? 'label' : 'hostname';
  const found = [owned(known), onGateway(known), zoneOwnership(known), recordInZone(known), belowWildcard(known)];
  return found.flatMap((finding) => (finding === null ? [] : [{ field, ...finding } satisfies Finding]));
}

type Found = { level: Finding['level']; sentence: string; field?: Finding['field'] } | null;

function owned({ owner, hostname, limit }: KnownNames): Found {
  if (owner === null) return null;
  const whose = isNamed(owner.slug, limit) ? `the tenant ${owner.name} (${owner.slug})` : 'another tenant';
  return { level: 'error', sentence: `${hostname} belongs to ${whose} already.` };
}

function isNamed(slug: string, limit: TenantLimit): boolean {
  return limit === null || limit.includes(slug);
}

function onGateway({ gatewayDomains, hostname, owner, limit }: KnownNames): Found {
  const domain = gatewayDomains.find((one) => one.name === hostname);
  if (domain === undefined || owner !== null) return null;
  const slug = domain.tags['gatehouse:tenant'];
  const of = slug !== undefined && isNamed(slug, limit) ? `the tenant ${slug}` : 'another tenant';
  const whose = slug === undefined ? 'without a tag that says whose it is' : `of ${of}`;
  const fix = slug === undefined ? ' Tag it gatehouse:tenant=<slug> and the console adopts it.' : '';
  return { level: 'error', sentence: `${hostname} is a custom domain name on the gateway already, ${whose}.${fix}` };
}

/** The most specific public zone of ours that holds the name. */
export function zoneOf(hostname: string, zones: HostedZone[]): HostedZone | null {
  const holding = zones.filter(
    (zone) => !zone.private && (hostname === zone.name || hostname.endsWith(`.${zone.name}`)),
  );
  return holding.sort((a, b) => b.name.length - a.name.length)[0] ?? null;
}

function zoneOwnership(known: KnownNames): Found {
  const holding = zoneOf(known.hostname, known.zones);
  if (holding === null) return null;
  const cut = delegation(known.hostname, holding, known.records);
  if (known.kind === 'managed' && known.zone !== null) {
    if (holding.name !== known.zone.name) {
      return {
        level: 'error',
        sentence: `${known.hostname} lies in our zone ${holding.name}, which is closer than ${known.zone.name}. Choose that zone.`,
      };
    }
    const elsewhere = `${cut?.name} is delegated to ${cut?.values[0]}, so records in ${holding.name} have no effect.`;
    return cut === null ? null : { level: 'error', sentence: `${elsewhere} Enter it as the customer's own domain.` };
  }
  if (cut !== null)
    return { level: 'info', sentence: `${cut.name} is delegated from our zone ${holding.name} to ${cut.values[0]}.` };
  return {
    level: 'error',
    sentence: `${known.hostname} lies in our zone ${holding.name}. Choose “Subdomain of one of our zones”, and its records are made for you.`,
  };
}

/** An NS record below the zone's own name, at or above the hostname. */
function delegation(hostname: string, zone: HostedZone, records: KnownNames['records']): RecordSet | null {
  return (
    records.find(
      (record) =>
        record.zoneId === zone.id &&
        record.type === 'NS' &&
        record.name !== zone.name &&
        (hostname === record.name || hostname.endsWith(`.${record.name}`)),
    ) ?? null
  );
}

const targetOf = (record: RecordSet) => record.alias?.dnsName ?? record.values.join(', ');

function recordsAtName({ kind, zone, hostname, records }: KnownNames): RecordSet[] {
  if (kind !== 'managed' || zone === null) return [];
  return records.filter(
    (record) => record.zoneId === zone.id && record.name === hostname && ['A', 'AAAA', 'CNAME'].includes(record.type),
  );
}

/** Records of our zone at the hostname that lead elsewhere than to our gateway. */
export function foreignRecords(known: KnownNames): RecordSet[] {
  const { gatewayDomains } = known;
  return recordsAtName(known).filter(
    (record) => !gatewayDomains.some((domain) => domain.targetName === targetOf(record)),
  );
}

function recordInZone(known: KnownNames): Found {
  const { kind, zone } = known;
  if (kind !== 'managed' || zone === null) return null;
  const there = recordsAtName(known);
  const foreign = foreignRecords(known);
  if (foreign.length > 0) {
    const list = foreign.map((record) => `${record.type} ${targetOf(record)}`).join('; ');
    return {
      level: 'warning',
      sentence: `The zone ${zone.name} has a record at this name already, which was not made here: ${list}. The cut-over replaces it.`,
    };
  }
  return there.length === 0
    ? null
    : { level: 'info', sentence: `The zone ${zone.name} leads this name to our gateway already.` };
}

function belowWildcard({ gatewayDomains, hostname }: KnownNames): Found {
  const wildcard = gatewayDomains.find((one) => one.name.startsWith('*.') && nameCovers(one.name, hostname));
  if (wildcard === undefined) return null;
  return {
    level: 'info',
    sentence: `${wildcard.name} is on the gateway and covers this name; the certificate step offers to use it.`,
  };
}
