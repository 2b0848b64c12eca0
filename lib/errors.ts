import type { Actor } from '@/lib/domains/model';

/**
 * Codes of expected failures. They are returned or thrown as {@link ExpectedError} and reach the operator as one fixed
 * sentence; anything else is a bug and reaches the error page with a reference.
 */
export type ErrorCode =
  | 'not-signed-in' | 'not-permitted' | 'not-found' | 'invalid' | 'conflict' | 'limit'
  | 'aws-throttled' | 'aws-unreachable' | 'aws-refused' | 'aws-unknown' | 'database-unreachable';

/** A failure that the product foresees. `message` is the sentence that an operator reads. */
export class ExpectedError extends Error {
  override readonly name: string = 'ExpectedError';
  constructor(
    readonly code: ErrorCode,
    sentence: string,
    readonly options: {
      /** What to do about it. */
      fix?: string;
      actor?: Actor;
      /** Sentences by form field, `mappings.0.basePath` style. */
      fields?: Record<string, string>;
      cause?: unknown;
    } = {},
  ) {
    super(sentence, { cause: options.cause });
  }
}
