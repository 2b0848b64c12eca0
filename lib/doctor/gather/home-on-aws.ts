import 'server-only';
import { describeCertificate } from '@/lib/aws/acm/describe-certificate';
import { findCertificates } from '@/lib/aws/acm/find-certificates';
import { getBasePathMappings } from '@/lib/aws/api-gateway/get-base-path-mappings';
import { getDomainNames } from '@/lib/aws/api-gateway/get-domain-names';
import { getStages } from '@/lib/aws/api-gateway/get-stages';
import type { Aws } from '@/lib/aws/clients';
import { listHostedZones } from '@/lib/aws/route-53/list-hosted-zones';
import { listResourceRecordSets } from '@/lib/aws/route-53/list-resource-record-sets';
import { nameCovers } from '@/lib/certificates/certificate-candidates';
import { normalName } from '@/lib/dns/normal-name';
import type { Resolver } from '@/lib/dns/resolver';
import type { Home, WantedRecord } from '@/lib/doctor/facts';
import { validationRecords } from '@/lib/domains/wanted-records';
import type { Certificate, GatewayDomain, HostedZone } from '@/lib/inventory/model';
import { toOurRecord } from './home-of-domain';
import { nothingKnown } from './nothing-known';

/**
 * What AWS itself says about a hostname, for when the database is another process's: reads only. What only the database knows (the
 * tenant, whether it is being prepared) stays unknown.
 *
 * @throws AwsError
 */
export async function homeOnAws(aws: Aws, resolver: Resolver, hostname: string): Promise<Home> {
  const [gatewayDomains, zones] = await Promise.all([getDomainNames(aws), listHostedZones(aws)]);
  const exact = gatewayDomains.find(({ name }) => name === hostname);
  const gatewayDomain = exact ?? gatewayDomains.find(({ name }) => nameCovers(name, hostname)) ?? null;
  const certificate = await findCertificate(aws, hostname, gatewayDomain);
  const zone = zoneAbove(hostname, zones);
  const actor = zone === null ? 'tenant' : 'us';
  const wanted: WantedRecord[] = [];
  if (certificate !== null && (gatewayDomain === null || exact !== undefined)) {
    const records = validationRecords(certificate).filter(({ name }) => name.endsWith(`.${hostname}`));
    wanted.push(
      ...records.map(
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
  const target = gatewayDomain?.targetName ?? null;
  if (target !== null) {
    const value = zone === null ? await stableName(aws, resolver, { hostname, target, zones }) : target;
    wanted.push({ purpose: 'routing', type: zone === null ? 'CNAME' : 'A', name: hostname, value, actor });
  }
  const mappings = gatewayDomain === null ? [] : await getBasePathMappings(aws, gatewayDomain.name);
  const apis = [...new Set(mappings.map(({ restApiId }) => restApiId))].slice(0, 3);
  const stages = await Promise.all(
    apis.map(async (restApiId) => ({ restApiId, stages: await getStages(aws, restApiId) })),
  );
  return {
    ...nothingKnown(null),
    source: 'aws',
    kind: zone === null ? 'customer' : 'managed',
    zoneId: zone?.id ?? null,
    ...(await zonesOf(aws, zones, [hostname, ...wanted.map(({ name }) => name)])),
    wanted,
    validationNeeded: certificate === null || wanted.some(({ purpose }) => purpose === 'validation'),
    target,
    gatewayDomain,
    certificate,
    mappings: mappings.map(({ basePath, restApiId, stage }) => {
      const known = stages.find((one) => one.restApiId === restApiId)?.stages;
      const deployed = known?.some(({ stageName, deploymentId }) => stageName === stage && Boolean(deploymentId));
      return { basePath, restApiId, stage, deployed: stage === null ? null : (deployed ?? null) };
    }),
    otherTargets: gatewayDomains.flatMap(({ name, targetName }) =>
      targetName === null || targetName === target ? [] : { name, target: targetName },
    ),
  };
}

/** What the gateway serves; before that, the newest request for exactly this name. */
async function findCertificate(aws: Aws, hostname: string, domain: GatewayDomain | null): Promise<Certificate | null> {
  if (domain?.certificateArn) return describeCertificate(aws, domain.certificateArn);
  const all = await findCertificates(aws, [hostname]);
  const [newest] = all
    .filter(
      ({ names, status }) => names.includes(hostname) && ['PENDING_VALIDATION', 'ISSUED', 'FAILED'].includes(status),
    )
    .sort((a, b) => (b.createdAt ?? '').localeCompare(a.createdAt ?? ''));
  return newest ?? null;
}

function zoneAbove(name: string, zones: HostedZone[]): HostedZone | null {
  const above = zones.filter((zone) => !zone.private && (name === zone.name || name.endsWith(`.${zone.name}`)));
  return above.sort((a, b) => b.name.length - a.name.length)[0] ?? null;
}

interface Led {
  hostname: string;
  target: string;
  zones: HostedZone[];
}

/** A customer's record may name a name of ours that is an alias of the target: that is then what it has to name. */
async function stableName(aws: Aws, resolver: Resolver, { hostname, target, zones }: Led): Promise<string> {
  const cname = await resolver.cname(hostname);
  const name = cname.outcome === 'ok' ? cname.records[0] : undefined;
  const zone = name === undefined ? null : zoneAbove(name, zones);
  if (name === undefined || zone === null) return target;
  const records = await listResourceRecordSets(aws, zone.id, { name });
  return records.some(({ alias }) => alias !== null && normalName(alias.dnsName) === target) ? name : target;
}

async function zonesOf(aws: Aws, all: HostedZone[], names: string[]): Promise<Pick<Home, 'zones' | 'records'>> {
  const above = all.filter(
    (zone) => !zone.private && names.some((name) => name === zone.name || name.endsWith(`.${zone.name}`)),
  );
  const read = await Promise.all(
    above.slice(0, 4).map(async ({ id, name }) => {
      const sets = await Promise.all(
        [...new Set([name, ...names])].map((one) => listResourceRecordSets(aws, id, { name: one })),
      );
      const ns = sets.flat().find((set) => set.name === name && set.type === 'NS');
      const records = sets
        .flat()
        .filter((set) => names.includes(set.name))
        .map((set) => toOurRecord(set, id));
      return { zone: { id, name, nameServers: ns?.values.map(normalName) ?? null }, records };
    }),
  );
  return { zones: read.map(({ zone }) => zone), records: read.flatMap(({ records }) => records) };
}
