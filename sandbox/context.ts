import type { Dials } from './dials';
import type { Caller } from './iam/caller';
import type { State } from './state';

/** What an operation gets besides its input. */
export interface Context {
  state: State;
  account: string;
  caller: Caller;
  region: string;
  /** Prefix of the keys of everything this request may see, see scope.ts. */
  scope: string;
  /** The sandbox's clock when the request came in, ms since 1970. */
  now: number;
  dials: Dials;
}

/** An operation's output without what the SDK adds on arrival. */
export type Answer<Output> = Omit<Output, '$metadata'>;
