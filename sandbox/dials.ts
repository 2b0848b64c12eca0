import { z } from 'zod';
import type { State } from './state';

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
  /** AWS's quota of custom domain names, which AWS raises on request. */
  maxDomainNames: z.number().int().min(1),
  /** AWS's quota of resources in an API, which AWS raises on request. */
  maxResources: z.number().int().min(1),
  /** AWS's quota of an integration's time, which AWS raises on request. */
  maxIntegrationTimeoutMs: z.number().int().min(50),
  /** From CreateVpcLink until the link is AVAILABLE. */
  vpcLinkReadyAfterMs: milliseconds,
  /** Of the data plane: requests per second that all APIs of an account in a region may get together. */
  accountRateLimit: z.number().positive(),
  /** How many of them may come at once. */
  accountBurstLimit: z.number().int().min(1),
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
  maxDomainNames: 120,
  maxResources: 300,
  maxIntegrationTimeoutMs: 29_000,
  vpcLinkReadyAfterMs: 4000,
  accountRateLimit: 10_000,
  accountBurstLimit: 5000,
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
