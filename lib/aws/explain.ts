import 'server-only';
import type { Actor } from '@/lib/domains/model';
import type { AwsErrorKind } from './errors';
import type { Service } from './quotas';

/** What an error of AWS means, in our words. */
export interface Explanation {
  kind: AwsErrorKind;
  sentence: string;
  fix: string;
  actor: Actor;
  retryable: boolean;
}

/** One row of the error table. */
export interface Row {
  service?: Service;
  operation?: string;
  /** AWS's error code, whole. */
  code: RegExp;
  /** Part of AWS's message, where one code has several meanings. */
  message?: RegExp;
  explanation: Explanation;
}

/** An explanation that is ours to act on, unless `more` says otherwise. */
export const explain = (
  kind: AwsErrorKind,
  sentence: string,
  fix: string,
  more: Partial<Explanation> = {},
): Explanation => ({ kind, sentence, fix, actor: 'us', retryable: false, ...more });

/** AWS's turn, and it works later. */
export const soon = { actor: 'aws', retryable: true } as const;
export const tryLater = 'Nothing to do; it is tried again.';

export const notFound = (what: string): Explanation =>
  explain('not-found', `${what} does not exist on AWS.`, 'Refresh; it may have been deleted meanwhile.');
