import type { Actor } from '@/lib/domains/model';

/**
 * Codes of expected failures. They are returned or thrown as {@link ExpectedError} and reach the operator as one fixed
 * sentence; anything else is a bug and reaches the error page with a reference.
 */
export type ErrorCode =
  | 'not-signed-in'
  | 'not-permitted'
  | 'not-found'
  | 'invalid'
  | 'conflict'
  | 'limit'
  | 'aws-throttled'
  | 'aws-unreachable'
  | 'aws-refused'
  | 'aws-unknown'
  | 'database-unreachable';

/** What errors of one class share over all copies of this module that a bundler may put into one process. */
const brand = Symbol.for('gatehouse.expected-error');

/** A failure that the product foresees. `message` is the sentence that an operator reads. */
export class ExpectedError extends Error {
  readonly [brand] = true;

  /** `instanceof` also knows errors of another copy: the worker's bundle throws what a page's bundle catches. */
  static override [Symbol.hasInstance](value: unknown): boolean {
    // biome-ignore lint/complexity/noThisInStatic: a subclass that inherits this is told apart as usual
    if (this !== ExpectedError) return Function.prototype[Symbol.hasInstance].call(this, value);
    return value instanceof Error && brand in value;
  }

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
