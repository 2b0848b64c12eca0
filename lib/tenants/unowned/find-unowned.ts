import { tenantTag } from '@/lib/domains/ownership';
import { describeRecord, targetOf } from '@/lib/domains/plan-records';
import type { Certificate, GatewayDomain, Mapping, RecordSet } from '@/lib/inventory/model';
import type { UnownedHost, UnownedThing } from './model';

/** What the search goes through: the cache of AWS, and what tenants have. */
export interface UnownedSource {
  gatewayDomains: GatewayDomain[];
  mappings: Mapping[];
  certificates: Certificate[];
  records: RecordSet[];
  domains: {
    hostname: string;
    gatewayDomainName: string;
    certificateArn: string | null;
    /** Base paths that it asked for. */
    basePaths: string[];
  }[];
}

const gatewayTarget = /\.execute-api\.[a-z0-9-]+\.amazonaws\.com$/;

/** Custom domain names, mappings, certificates and records that lead to the gateway and belong to no tenant, by hostname. Pure. */
export function findUnowned(source: UnownedSource): UnownedHost[] {
  const hosts = new Map<string, UnownedHost>();
  const of = (hostname: string) => {
    const host = hosts.get(hostname) ?? {
      hostname,
      things: [],
      assignable: null,
      refusal: null,
      served: [],
      certificates: [],
    };
    hosts.set(hostname, host);
    return host;
  };
  const add = (hostname: string, thing: UnownedThing) => of(hostname).things.push(thing);

  const serving = new Set(source.domains.map((row) => row.gatewayDomainName));
  const unowned = source.gatewayDomains.filter((domain) => !serving.has(domain.name));
  for (const domain of unowned) {
    add(domain.name, {
      kind: 'gateway-domain',
      id: domain.name,
      detail: `custom domain name, ${domain.endpointType.toLowerCase()}`,
      why: whyDomain(domain),
    });
    const host = of(domain.name);
    if (domain.endpointType === 'REGIONAL') host.assignable = domain.name.startsWith('*.') ? 'wildcard' : 'domain';
    else host.refusal = 'Only regional custom domain names can be looked after from here.';
  }
  for (const mapping of source.mappings) {
    const why = whyMapping(mapping, source, unowned);
    if (why === null) continue;
    const { domainName, basePath, restApiId, stage } = mapping;
    const detail = `path /${basePath} to ${restApiId}${stage === null ? '' : `/${stage}`}`;
    add(domainName, { kind: 'mapping', id: `${domainName}/${basePath}`, detail, why });
  }
  for (const certificate of source.certificates) {
    const why = whyCertificate(certificate, source);
    if (why === null) continue;
    const detail = `certificate for ${certificate.names.slice(0, 3).join(', ')}, ${certificate.status.toLowerCase().replaceAll('_', ' ')}`;
    add(certificate.domainName, { kind: 'certificate', id: certificate.arn, detail, why });
    of(certificate.domainName).certificates.push(certificate.arn);
  }
  for (const record of source.records) {
    const why = whyRecord(record, source);
    if (why === null) continue;
    add(record.name, { kind: 'record', id: `${record.type} ${record.name}`, detail: describeRecord(record), why });
  }
  for (const domain of source.gatewayDomains) {
    if (!domain.name.startsWith('*.') || domain.endpointType !== 'REGIONAL') continue;
    const served = servedBy(domain.name, domain.targetName, source);
    if (serving.has(domain.name) && served.length > 0) {
      // After a rebuild its first hostname is somebody's again before the others are.
      const why = `It serves tenants, and ${served.length === 1 ? 'a name' : `${served.length} names`} besides that no tenant has.`;
      add(domain.name, { kind: 'gateway-domain', id: domain.name, detail: 'custom domain name, wildcard', why });
      of(domain.name).assignable = 'wildcard';
    }
    const host = hosts.get(domain.name);
    if (host?.assignable === 'wildcard') host.served = served;
  }
  return [...hosts.values()].sort((a, b) => (a.hostname < b.hostname ? -1 : 1));
}

function whyDomain(domain: GatewayDomain): string {
  const tag = domain.tags[tenantTag];
  if (tag === undefined) return `No tenant's domain is served by it, and it has no tag ${tenantTag}.`;
  if (domain.name.startsWith('*.'))
    return `No tenant's domain is served by it. Its tag says ${tag}; a wildcard may serve many.`;
  return `No tenant's domain is served by it. Its tag says ${tag}, and was not taken over.`;
}

function whyMapping(mapping: Mapping, source: UnownedSource, unowned: GatewayDomain[]): string | null {
  if (unowned.some((domain) => domain.name === mapping.domainName)) return "Its custom domain name is no tenant's.";
  const served = source.domains.filter((row) => row.gatewayDomainName === mapping.domainName);
  const own = served.find((row) => row.hostname === mapping.domainName);
  // Those of a wildcard are shared by all that it serves, and where nothing was asked for, all are taken as they are.
  if (own === undefined || own.basePaths.length === 0 || own.basePaths.includes(mapping.basePath)) return null;
  return `Nobody asked for this path of ${mapping.domainName} here.`;
}

function whyCertificate(certificate: Certificate, source: UnownedSource): string | null {
  if (source.domains.some((row) => row.certificateArn === certificate.arn)) return null;
  if (certificate.tags[tenantTag] !== undefined) return null;
  const users = source.gatewayDomains.filter((domain) => domain.certificateArn === certificate.arn);
  // It goes where its custom domain name goes.
  if (users.length > 0) return null;
  const [other] = certificate.inUseBy;
  if (other !== undefined) return `No tenant uses it; on AWS ${other} does.`;
  return `Nothing uses it, and it has no tag ${tenantTag}.`;
}

function whyRecord(record: RecordSet, source: UnownedSource): string | null {
  if (record.type !== 'A' && record.type !== 'AAAA' && record.type !== 'CNAME') return null;
  if (source.domains.some((row) => row.hostname === record.name)) return null;
  const target = targetOf(record);
  const domain = source.gatewayDomains.find((one) => one.targetName === target);
  if (domain !== undefined) {
    // The record of a wildcard that serves tenants is no single tenant's.
    if (domain.name === record.name && source.domains.some((row) => row.gatewayDomainName === domain.name)) return null;
    return `It leads to ${domain.name}, and no tenant has ${record.name}.`;
  }
  return gatewayTarget.test(target)
    ? 'It leads to a custom domain name that is not there: others could take it over.'
    : null;
}

function servedBy(wildcard: string, target: string | null, { records, domains }: UnownedSource): string[] {
  const suffix = wildcard.slice(1);
  const names = records.flatMap((record) => {
    const label = record.name.endsWith(suffix) ? record.name.slice(0, -suffix.length) : '';
    const under = label !== '' && label !== '*' && !label.includes('.');
    return under && target !== null && targetOf(record) === target ? record.name : [];
  });
  return [...new Set(names)].filter((name) => !domains.some((row) => row.hostname === name)).sort();
}
