import { z } from 'zod';
import type { State } from './state';

const milliseconds = z.number().int().min(0);
/** How many there may be. AWS raises most of its quotas on request. */
const quota = z.number().int().min(1);

/** Every dial with its range; the descriptions are what the panels show. */
export const dialsSchema = z.strictObject({
  validationRecordsAfterMs: milliseconds.describe(
    'From RequestCertificate until DescribeCertificate shows the validation records, ms.',
  ),
  certificateIssueAfterMs: milliseconds.describe(
    "From the moment a certificate's CNAMEs all resolve until it is issued, ms.",
  ),
  certificateListedAfterMs: milliseconds.describe('Until ListCertificates shows a new certificate, ms.'),
  // Less than a certificate is valid for: it would else be renewed without end.
  renewalLeadMs: milliseconds
    .max(197 * 24 * 3_600_000)
    .describe('How long before its end ACM begins to renew a certificate, ms.'),
  inUseByLagMs: milliseconds.describe("How long a certificate's InUseBy lags behind the truth, both ways, ms."),
  dnsSyncMs: milliseconds.describe(
    'From a change of records until GetChange says INSYNC, ms. Reads and DNS answers show it at once.',
  ),
  dnsCache: z
    .boolean()
    .describe('Whether the resolver keeps answers as long as they may be kept, "no such name" too. Off empties it.'),
  vpcLinkReadyAfterMs: milliseconds.describe('From CreateVpcLink until the link is AVAILABLE, ms.'),
  cacheClusterMs: milliseconds.describe("How long a stage's cache cluster takes to come and to go, ms."),
  throttles: z.boolean().describe("Whether AWS's documented request rates are enforced."),
  timeScale: z.number().positive().describe("Request rates of AWS's services are multiplied by it."),
  accountRateLimit: z
    .number()
    .positive()
    .describe('Data plane: requests per second that all APIs of an account in a region may get together.'),
  accountBurstLimit: quota.describe('Data plane: how many of them may come at once.'),
  maxIntegrationTimeoutMs: z.number().int().min(50).describe('The longest time an integration may take, ms.'),
  maxRegionalApis: quota.describe('Regional APIs in a region.'),
  maxEdgeApis: quota.describe('Edge-optimized APIs in a region.'),
  maxPrivateApis: quota.describe('Private APIs in a region.'),
  maxDomainNames: quota.describe('Public custom domain names in a region.'),
  maxDomainNameAccessAssociations: quota.describe('Access associations of private domain names in a region.'),
  maxVpcLinks: quota.describe('VPC links in a region.'),
  maxClientCertificates: quota.describe('Client certificates in a region.'),
  maxApiKeys: quota.describe('API keys in a region.'),
  maxUsagePlans: quota.describe('Usage plans in a region.'),
  maxUsagePlansPerKey: quota.describe('Usage plans of an API key.'),
  maxResources: quota.describe('Resources of an API.'),
  maxStages: quota.describe('Stages of an API.'),
  maxAuthorizers: quota.describe('Authorizers of an API.'),
  maxDocumentationParts: quota.describe('Documentation parts of an API.'),
  maxCertificates: z.number().int().min(0).describe('Requested certificates in a region that have not expired.'),
  maxCertificatesPerYear: z
    .number()
    .int()
    .min(0)
    .describe('Certificates requested in 365 days, deleted ones included; fresh accounts are often held at 20.'),
  maxImportedCertificates: z.number().int().min(0).describe('Imported certificates in a region.'),
  maxImportedCertificatesPerYear: z.number().int().min(0).describe('Certificates imported in 365 days.'),
  maxCertificateNames: z.number().int().min(1).max(100).describe('Domain names of one certificate.'),
  maxHostedZones: quota.describe('Hosted zones in an account.'),
  maxRecordsPerZone: quota.describe('Record sets of a hosted zone.'),
  maxValuesPerRecord: quota.describe('Values of a record set.'),
  maxReusableDelegationSets: quota.describe('Reusable delegation sets in an account.'),
  maxZonesPerReusableDelegationSet: quota.describe('Hosted zones of a reusable delegation set.'),
});

export type Dials = z.infer<typeof dialsSchema>;

/** AWS's pace, quicker where a human waits; AWS's quotas as they are before it raises them (facts 01). */
const defaultDials: Dials = {
  validationRecordsAfterMs: 2000,
  certificateIssueAfterMs: 4000,
  certificateListedAfterMs: 1000,
  renewalLeadMs: 60 * 24 * 3_600_000,
  inUseByLagMs: 1000,
  dnsSyncMs: 3000,
  dnsCache: false,
  vpcLinkReadyAfterMs: 4000,
  cacheClusterMs: 4000,
  throttles: true,
  timeScale: 1,
  accountRateLimit: 10_000,
  accountBurstLimit: 5000,
  maxIntegrationTimeoutMs: 29_000,
  maxRegionalApis: 600,
  maxEdgeApis: 120,
  maxPrivateApis: 600,
  maxDomainNames: 120,
  maxDomainNameAccessAssociations: 100,
  maxVpcLinks: 20,
  maxClientCertificates: 60,
  maxApiKeys: 10_000,
  maxUsagePlans: 300,
  maxUsagePlansPerKey: 10,
  maxResources: 300,
  maxStages: 10,
  maxAuthorizers: 10,
  maxDocumentationParts: 2000,
  maxCertificates: 2500,
  maxCertificatesPerYear: 5000,
  maxImportedCertificates: 2500,
  maxImportedCertificatesPerYear: 5000,
  maxCertificateNames: 10,
  maxHostedZones: 500,
  maxRecordsPerZone: 10_000,
  maxValuesPerRecord: 400,
  maxReusableDelegationSets: 100,
  maxZonesPerReusableDelegationSet: 100,
};

/** The usual dials with everything that takes time `speed` times as quick, AWS's rates too. */
export function dialsAtSpeed(speed: number): Partial<Dials> {
  const quicker = Object.entries(defaultDials).flatMap(([name, value]) =>
    name.endsWith('AfterMs') || name === 'dnsSyncMs' || name === 'inUseByLagMs' || name === 'cacheClusterMs'
      ? [[name, Math.round(Number(value) / speed)]]
      : [],
  );
  return { ...Object.fromEntries(quicker), timeScale: speed };
}

/** What is stored may come from a version with other dials. */
const someDials = dialsSchema.partial();

export function readDials(state: State): Dials {
  const stored = someDials.safeParse(state.get('meta', 'dials'));
  return { ...defaultDials, ...(stored.success ? stored.data : {}) };
}

/** Turns some dials, for good: they survive restarts. */
export function turnDials(state: State, some: Partial<Dials>): Promise<Dials> {
  return state.write((tx) => {
    const dials = { ...readDials(state), ...some };
    tx.put('meta', 'dials', dials);
    return dials;
  });
}
