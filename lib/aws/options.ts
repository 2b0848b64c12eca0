import 'server-only';
import type { Logger } from 'pino';
import type { PaceStore } from './pacing';

/** How {@link createAws} reaches AWS. */
export interface AwsOptions {
  region: string;
  /** Null is AWS itself. */
  endpoint: string | null;
  /** Default: the SDK's chain (environment, profile, role). */
  credentials?: { accessKeyId: string; secretAccessKey: string; sessionToken?: string };
  paceStore: PaceStore;
  /** Multiplies AWS's documented rates. */
  quotaScale: number;
  log: Logger;
  /** Called after each call that changed something. */
  onChange?: () => void;
  /** Default 3 s. */
  connectTimeoutMs?: number;
  /** For one attempt, from sending to the end of the answer; default 15 s. */
  timeoutMs?: number;
  /** Base of the pause before a retry; default 150 ms, doubled each time. */
  retryBaseMs?: number;
}
