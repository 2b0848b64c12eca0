import { nameCovers } from '@/lib/certificates/certificate-candidates';
import type { WantedDomain } from '@/lib/domains/model';
import type { PlannedCall } from '@/lib/domains/plan';
import { targetOf } from '@/lib/domains/plan-records';
import type { Certificate, GatewayDomain, Mapping, RecordSet } from '@/lib/inventory/model';

export type { PlannedCall } from '@/lib/domains/plan';

/** What the inventory says; a plan made from an old one may be longer than what is then done. */
export interface KnownForPlan {
  certificates: Certificate[];
  gatewayDomains: GatewayDomain[];
  mappings: Mapping[];
  records: (RecordSet & { zoneId: string })[];
}

/** Times are AWS's usual ones (facts 01, 02, 09); the quotas are AWS's documented rates. */
const domainNameQuota = 'AWS allows one such call in 30 s for the whole account, so it may wait for its turn.';
const route53Quota = 'Route 53 allows 5 calls a second for the whole account.';
const certificateQuota = 'ACM allows 5 such calls a second, and a limited number of certificates a year.';
const gatewayQuota = 'API Gateway allows 10 calls a second for the whole account.';

/**
 * The calls that onboarding a domain comes to, in their order, with what people have to do named in between. Pure.
 * What is there already is left out, as the reconciler will.
 */
export function planOnboarding(
  wanted: WantedDomain,
  known: KnownForPlan,
  /** Whether a customer's domain gets a stable name in our zone. */
  { stableName = false }: { stableName?: boolean } = {},
): PlannedCall[] {
  return [
    ...certificateCalls(wanted, known),
    ...gatewayCalls(wanted, known),
    ...(stableName && wanted.zoneId === null ? [edgeCall] : []),
    ...dnsCalls(wanted, known),
    proof(wanted),
  ];
}

const edgeCall: PlannedCall = {
  service: 'route53',
  operation: 'ChangeResourceRecordSets',
  why: 'Leads the stable name in our zone, which the tenant points to, on to the gateway.',
  who: 'console',
  seconds: 0.5,
  quota: route53Quota,
};

function certificateCalls(wanted: WantedDomain, known: KnownForPlan): PlannedCall[] {
  const { hostname } = wanted;
  if (wanted.certificateMode === 'existing') {
    if (wanted.gatewayDomainName !== hostname) return [];
    const names = known.certificates
      .find((one) => one.arn === wanted.certificateArn)
      ?.names.slice(0, 3)
      .join(', ');
    const why = `Checks the chosen certificate${names === undefined ? '' : ` for ${names}`} once more.`;
    return [{ service: 'acm', operation: 'DescribeCertificate', why, who: 'console', seconds: 0.2, quota: null }];
  }
  return [
    {
      service: 'acm',
      operation: 'RequestCertificate',
      why: `Requests a certificate for ${hostname} alone, validated by DNS.`,
      who: 'console',
      seconds: 0.5,
      quota: certificateQuota,
    },
    {
      service: 'acm',
      operation: 'DescribeCertificate',
      why: 'ACM names the CNAME by which it recognises the owner.',
      who: 'aws',
      seconds: 5,
      quota: null,
    },
    ...validationCalls(wanted, known),
    {
      service: 'acm',
      operation: 'DescribeCertificate',
      why: 'ACM finds the record and issues; mostly within minutes, at most 72 hours.',
      who: 'aws',
      seconds: 180,
      quota: null,
    },
  ];
}

/** The record depends on account and name alone, so an earlier certificate may have brought it (facts 2.4). */
function validationCalls({ hostname, zoneId }: WantedDomain, known: KnownForPlan): PlannedCall[] {
  const earlier = known.certificates
    .flatMap((certificate) => certificate.validations)
    .find((one) => one.record !== null && (one.domainName === hostname || one.domainName === `*.${hostname}`))?.record;
  if (zoneId === null) {
    const record = earlier == null ? 'the validation CNAME' : `the CNAME ${earlier.name}`;
    const why = `Adds ${record} at its DNS provider; the tenant page shows it.`;
    return [{ service: 'dns', operation: 'Validation CNAME', why, who: 'tenant', seconds: null, quota: null }];
  }
  const there =
    earlier != null &&
    known.records.some((record) => record.name === earlier.name && targetOf(record) === earlier.value);
  if (there) return [];
  const why = 'Publishes the validation CNAME in our zone.';
  return [
    {
      service: 'route53',
      operation: 'ChangeResourceRecordSets',
      why,
      who: 'console',
      seconds: 0.5,
      quota: route53Quota,
    },
  ];
}

function gatewayCalls(wanted: WantedDomain, known: KnownForPlan): PlannedCall[] {
  const { hostname, gatewayDomainName } = wanted;
  const there = known.gatewayDomains.some((domain) => domain.name === gatewayDomainName);
  const first: PlannedCall =
    gatewayDomainName !== hostname || there
      ? {
          service: 'apigateway',
          operation: 'GetDomainName',
          why: `${gatewayDomainName} is on the gateway already; checks it once more.`,
          who: 'console',
          seconds: 0.2,
          quota: null,
        }
      : {
          service: 'apigateway',
          operation: 'CreateDomainName',
          why: `Creates the custom domain name ${hostname}: regional, TLS 1.2 or newer, tagged ${wanted.tenantSlug}.`,
          who: 'console',
          seconds: 2,
          quota: domainNameQuota,
        };
  const missing = wanted.mappings.filter((mapping) => !isMapped(mapping, gatewayDomainName, known.mappings));
  const calls = missing.map(({ basePath, stage }): PlannedCall => {
    const why = `Maps ${basePath === '' ? 'everything' : `/${basePath}`} to the stage ${stage}.`;
    return {
      service: 'apigateway',
      operation: 'CreateBasePathMapping',
      why,
      who: 'console',
      seconds: 0.3,
      quota: gatewayQuota,
    };
  });
  return [first, ...calls];
}

function isMapped(wanted: WantedDomain['mappings'][number], domainName: string, mappings: Mapping[]): boolean {
  return mappings.some(
    (one) =>
      one.domainName === domainName &&
      one.basePath === wanted.basePath &&
      one.restApiId === wanted.restApiId &&
      one.stage === wanted.stage,
  );
}

function dnsCalls(wanted: WantedDomain, known: KnownForPlan): PlannedCall[] {
  const { hostname, zoneId, gatewayDomainName } = wanted;
  if (zoneId === null) {
    const why = `Points ${hostname} to the gateway at its DNS provider, by a CNAME or, at the apex, an ALIAS.`;
    return [{ service: 'dns', operation: 'Routing record', why, who: 'tenant', seconds: null, quota: null }];
  }
  const target = known.gatewayDomains.find((domain) => domain.name === gatewayDomainName)?.targetName ?? null;
  if (
    target !== null &&
    leadsThere(
      hostname,
      target,
      known.records.filter((record) => record.zoneId === zoneId),
    )
  )
    return [];
  return [
    {
      service: 'route53',
      operation: 'ChangeResourceRecordSets',
      why: `Publishes the alias records A and AAAA of ${hostname} in our zone.`,
      who: 'console',
      seconds: 0.5,
      quota: route53Quota,
    },
    {
      service: 'route53',
      operation: 'GetChange',
      why: 'Route 53 spreads the records to all its name servers.',
      who: 'aws',
      seconds: 60,
      quota: null,
    },
  ];
}

/** By a record of its own, or by a wildcard record of the zone that no record of its own hides. */
function leadsThere(hostname: string, target: string, records: RecordSet[]): boolean {
  const own = records.filter((record) => record.name === hostname);
  const deciding = own.length > 0 ? own : records.filter((record) => nameCovers(record.name, hostname));
  return deciding.some((record) => targetOf(record) === target);
}

function proof({ hostname }: WantedDomain): PlannedCall {
  const why = `Resolves ${hostname}, checks its certificate and sends a request through the gateway. Only then it is Live.`;
  return { service: 'https', operation: 'Probe', why, who: 'console', seconds: 1, quota: null };
}
