import 'server-only';
import type { Logger } from 'pino';
import type { PaceStore } from './pacing';

interface Credentials {
  accessKeyId: string;
  secretAccessKey: string;
  sessionToken?: string;
}

export interface RoleToAssume {
  roleArn: string;
  /** What the role's trust policy asks for. */
  externalId: string | null;
  /** Names the session in AWS's logs. */
  sessionName: string;
}

/** Why nothing may be changed on AWS, in words for operators. */
export interface ChangeRefusal {
  sentence: string;
  fix: string;
}

/** How {@link createAws} reaches AWS. */
export interface AwsOptions {
  region: string;
  /** Null is AWS itself. */
  endpoint: string | null;
  /** Default: the SDK's chain (environment, profile, role). */
  credentials?: Credentials;
  /** A role to assume with them; every call is then made in its name. */
  role?: RoleToAssume;
  /**
   * Asked before each call that is not a read: why it may not go now, or null. Default: everything may.
   */
  refuseChange?: () => Promise<ChangeRefusal | null>;
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
