import { z } from 'zod';
import type { State } from './state';

/** A quota of AWS's: how many there may be. */
const quota = z.number().int().min(1);

const milliseconds = z.number().int().min(0);

export const dialsSchema = z.strictObject({
  /** From RequestCertificate until DescribeCertificate shows the validation records. */
  validationRecordsAfterMs: milliseconds,
  /** From the moment a certificate's CNAMEs all resolve until it is issued. */
  certificateIssueAfterMs: milliseconds,
  /** From a change of records until GetChange says INSYNC. Reads and DNS answers show it at once. */
  dnsSyncMs: milliseconds,
  /** How long a certificate's InUseBy lags behind the truth, both ways. */
  inUseByLagMs: milliseconds,
  /** Whether AWS's documented request rates are enforced. */
  throttles: z.boolean(),
  /** Throttle rates are multiplied by it. */
  timeScale: z.number().positive(),
  /** AWS's quotas of API Gateway in an account and region (facts 1.3). */
  maxRegionalApis: quota,
  maxEdgeApis: quota,
  maxPrivateApis: quota,
  maxDomainNames: quota,
  maxDomainNameAccessAssociations: quota,
  maxVpcLinks: quota,
  maxClientCertificates: quota,
  maxApiKeys: quota,
  maxUsagePlans: quota,
  maxUsagePlansPerKey: quota,
  /** In one API. */
  maxResources: quota,
  maxStages: quota,
  maxAuthorizers: quota,
  maxDocumentationParts: quota,
  /** AWS's quota of an integration's time, which AWS raises on request. */
  maxIntegrationTimeoutMs: z.number().int().min(50),
  /** From CreateVpcLink until the link is AVAILABLE. */
  vpcLinkReadyAfterMs: milliseconds,
  /** How long a stage's cache cluster takes to come and to go. */
  cacheClusterMs: milliseconds,
});

export type Dials = z.infer<typeof dialsSchema>;

const defaultDials: Dials = {
  validationRecordsAfterMs: 2000,
  certificateIssueAfterMs: 4000,
  dnsSyncMs: 3000,
  inUseByLagMs: 1000,
  throttles: true,
  timeScale: 1,
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
  maxIntegrationTimeoutMs: 29_000,
  vpcLinkReadyAfterMs: 4000,
  cacheClusterMs: 4000,
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

export function readDials(state: State): Dials {
  const stored = dialsSchema.partial().safeParse(state.get('meta', 'dials'));
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
