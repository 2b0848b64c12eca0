import 'server-only';
import { eq } from 'drizzle-orm';
import type { Db } from '@/lib/db/db';
import { domains } from '@/lib/db/schema';
import { normalName } from '@/lib/dns/normal-name';
import type { Home, OurRecord, OurZone, WantedRecord } from '@/lib/doctor/facts';
import { type LoadedDomain, loadDomain } from '@/lib/domains/load-domain';
import { aliasRecords, validationRecords } from '@/lib/domains/wanted-records';
import type { Certificate, GatewayDomain, RecordSet } from '@/lib/inventory/model';
import { readInventory, readRecordSets } from '@/lib/inventory/read-inventory';
import { nothingKnown } from './nothing-known';
import { selfAndAncestors } from './self-and-ancestors';

/** What the database knows of a hostname, and what its cache knows of AWS. No AWS call. */
export async function homeOfHostname(db: Db, hostname: string): Promise<Home> {
  const [row] = await db.select({ id: domains.id }).from(domains).where(eq(domains.hostname, hostname));
  return row === undefined ? foreignHome(db, hostname) : homeOfDomain(db, row.id);
}

/** What is known of a domain of ours; of one that is gone meanwhile, nothing. */
export async function homeOfDomain(db: Db, domainId: string): Promise<Home> {
  const domain = await loadDomain(db, domainId);
  if (domain === null) return nothingKnown(null);
  const [[row], gatewayDomains, certificates, mappings, stages] = await Promise.all([
    db.select({ phase: domains.phase, headline: domains.headline }).from(domains).where(eq(domains.id, domainId)),
    readInventory(db, 'gateway-domain'),
    readInventory(db, 'certificate'),
    readInventory(db, 'mapping'),
    readInventory(db, 'stage'),
  ]);
  const { wanted } = domain;
  const gatewayDomain = gatewayDomains.find(({ name }) => name === wanted.gatewayDomainName) ?? null;
  const arn = wanted.certificateArn ?? gatewayDomain?.certificateArn ?? null;
  const certificate = certificates.find((one) => one.arn === arn) ?? null;
  const records = wantedRecords(domain, certificate, gatewayDomain);
  const zone = await zonesOf(db, [wanted.hostname, ...records.map(({ name }) => name)]);
  return {
    source: 'database',
    note: null,
    tenant: { slug: domain.tenant.slug, name: domain.tenant.name },
    headline: (row?.headline ?? null) as Home['headline'],
    kind: wanted.kind,
    phase: row?.phase ?? 'cut-over',
    zoneId: wanted.zoneId,
    ...zone,
    wanted: records,
    validationNeeded: wanted.certificateMode === 'dedicated',
    target: gatewayDomain?.targetName ?? null,
    gatewayDomain,
    certificate,
    mappings: mappings
      .filter(({ domainName }) => domainName === wanted.gatewayDomainName)
      .map(({ basePath, restApiId, stage }) => ({
        basePath,
        restApiId,
        stage,
        deployed:
          stage === null || stages.length === 0
            ? null
            : stages.some((one) => one.restApiId === restApiId && one.name === stage && one.deploymentId !== ''),
      })),
    otherTargets: gatewayDomains.flatMap(({ name, targetName }) =>
      targetName === null || targetName === gatewayDomain?.targetName ? [] : { name, target: targetName },
    ),
  };
}

/** A hostname that is nobody's here: its zone may be ours all the same. */
async function foreignHome(db: Db, hostname: string): Promise<Home> {
  const gatewayDomains = await readInventory(db, 'gateway-domain');
  const found = await zonesOf(db, [hostname]);
  const note = `${hostname} is no domain of a tenant here, so only the outside was looked at.`;
  return {
    ...nothingKnown(note),
    ...found,
    otherTargets: gatewayDomains.flatMap(({ name, targetName }) =>
      targetName === null ? [] : { name, target: targetName },
    ),
  };
}

/** As the last pass said, which knows of stable names and phases, too; before the first one, as the cache says. */
function wantedRecords(
  domain: LoadedDomain,
  certificate: Certificate | null,
  gatewayDomain: GatewayDomain | null,
): WantedRecord[] {
  const rows = (domain.previous?.records ?? []).map(
    ({ purpose, type, name, value, actor }): WantedRecord => ({
      purpose: purpose === 'routing' ? 'routing' : 'validation',
      type,
      name: normalName(name),
      value: normalName(value),
      actor,
    }),
  );
  const actor = domain.wanted.zoneId === null ? 'tenant' : 'us';
  const has = (purpose: WantedRecord['purpose']) => rows.some((row) => row.purpose === purpose);
  if (!has('validation') && certificate !== null && domain.wanted.certificateMode === 'dedicated') {
    const more = validationRecords(certificate);
    rows.push(
      ...more.map(
        ({ name, values }): WantedRecord => ({
          purpose: 'validation',
          type: 'CNAME',
          name: normalName(name),
          value: normalName(values[0] ?? ''),
          actor,
        }),
      ),
    );
  }
  if (!has('routing') && gatewayDomain?.targetName) {
    const { hostname } = domain.wanted;
    const types =
      actor === 'tenant'
        ? (['CNAME'] as const)
        : aliasRecords(hostname, gatewayDomain).map(({ type }) => type as 'A' | 'AAAA');
    rows.push(
      ...types.map(
        (type): WantedRecord => ({
          purpose: 'routing',
          type,
          name: hostname,
          value: gatewayDomain.targetName ?? '',
          actor,
        }),
      ),
    );
  }
  return rows;
}

/** The public zones of ours above some names, and what they hold at these. */
async function zonesOf(db: Db, names: string[]): Promise<{ zones: OurZone[]; records: OurRecord[] }> {
  const all = await readInventory(db, 'hosted-zone');
  const above = all.filter(
    (zone) => !zone.private && names.some((name) => name === zone.name || name.endsWith(`.${zone.name}`)),
  );
  const sets = await readRecordSets(db, [
    ...new Set([...names.flatMap(selfAndAncestors), ...above.map(({ name }) => name)]),
  ]);
  const zones = above.map(({ id, name }) => {
    const ns = sets.find((one) => one.zoneId === id && one.name === name && one.type === 'NS');
    return { id, name, nameServers: ns === undefined ? null : ns.values.map(normalName) };
  });
  // What CAA says counts for everything below it.
  const records = sets.filter(({ name, type }) => names.includes(name) || type === 'CAA');
  return { zones, records: records.map((set) => toOurRecord(set, set.zoneId)) };
}

/** A record set as its finding shows it. */
export function toOurRecord(set: RecordSet, zoneId: string): OurRecord {
  const value = set.alias === null ? set.values.join(', ') : `alias to ${normalName(set.alias.dnsName)}`;
  return { zoneId, name: set.name, type: set.type, value: set.type === 'CNAME' ? normalName(value) : value };
}
