import 'server-only';
import type { Context } from '@/lib/context';
import type { LoadedDomain } from '@/lib/domains/load-domain';
import type { Actor } from '@/lib/domains/model';
import type { Observed } from '@/lib/domains/observed';

export interface StepInput {
  ctx: Context;
  domain: LoadedDomain;
  observed: Observed;
}

/** `waiting`: nothing more can be done now, and somebody else's turn it is. Failures of AWS are thrown. */
export type StepResult =
  | { result: 'done' }
  | { result: 'waiting'; actor: Actor; sentence: string; retryAt: Date | null };

/**
 * One step of a domain. It may be repeated at any time, after any crash: what is there already is adopted, and what is
 * not ours is left alone.
 *
 * @throws AwsError
 */
export type TakeStep = (input: StepInput) => Promise<StepResult>;

export const done: StepResult = { result: 'done' };
