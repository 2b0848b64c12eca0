import type { Calls } from './calls';
import type { AccessLogs } from './data-plane/access-log/access-logs';
import type { Faults } from './faults';
import type { State } from './state';
import type { Throttle } from './throttle';

/** What the AWS endpoint and the admin routes of one running sandbox share. */
export interface Sandbox {
  state: State;
  calls: Calls;
  faults: Faults;
  throttle: Throttle;
  accessLogs: AccessLogs;
  log: Log;
  /** Empties the state and, when asked, puts the first content in. */
  reset(seed: boolean): Promise<void>;
  ports(): { aws: number; http: number; https: number; dns: number };
}

export type Log = (line: string) => void;
