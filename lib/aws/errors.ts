import type { Actor } from '@/lib/domains/model';
import { type ErrorCode, ExpectedError } from '@/lib/errors';

/**
 * What went wrong with an AWS call, for callers to branch on.
 *
 * - `throttled`: AWS refused for its rate quotas; `paced`: we didn't even ask, for the same reason
 * - `unreachable`: no answer, or not AWS's (a proxy's page); `unavailable`: AWS itself is in trouble
 * - `denied`: credentials are missing, wrong or lack the permission
 * - `unconfirmed`: nothing may be changed in this account until an administrator has confirmed it; we didn't ask AWS
 * - `in-use`, `not-ready`: the resource is still used, or not yet issued or available; later it works
 */
export const awsErrorKinds = [
  'throttled',
  'paced',
  'unreachable',
  'unavailable',
  'denied',
  'unconfirmed',
  'not-found',
  'conflict',
  'in-use',
  'not-ready',
  'limit',
  'invalid',
  'unknown',
] as const;
export type AwsErrorKind = (typeof awsErrorKinds)[number];

const codes: Record<AwsErrorKind, ErrorCode> = {
  throttled: 'aws-throttled',
  paced: 'aws-throttled',
  unreachable: 'aws-unreachable',
  unavailable: 'aws-unreachable',
  denied: 'aws-refused',
  unconfirmed: 'not-permitted',
  'not-found': 'not-found',
  conflict: 'conflict',
  'in-use': 'conflict',
  'not-ready': 'conflict',
  limit: 'limit',
  invalid: 'aws-refused',
  unknown: 'aws-unknown',
};

export interface AwsErrorDetails {
  kind: AwsErrorKind;
  sentence: string;
  /** What to do about it. */
  fix: string;
  /** Whose turn it is. */
  actor: Actor;
  /** Whether the same call may work later without anybody changing anything. */
  retryable: boolean;
  service: string;
  operation: string;
  /** AWS's error code as it came; null when AWS didn't answer. */
  awsCode: string | null;
  /** AWS's own words for the details disclosure, only where AWS judged our input; else null. */
  awsMessage: string | null;
  status: number | null;
  requestId: string | null;
  /** Not worth trying before; ms since 1970, null when AWS gave no hint. */
  retryAt: number | null;
  /** Names the log line of an unknown error. */
  reference: string | null;
}

const brand = Symbol.for('gatehouse.aws-error');

/** A failed AWS call. `message` is a fixed sentence for operators; the SDK's error is the `cause`. */
export class AwsError extends ExpectedError implements Omit<AwsErrorDetails, 'sentence'> {
  readonly [brand] = true;

  /** See {@link ExpectedError}: also knows errors of another copy of this module. */
  static override [Symbol.hasInstance](value: unknown): boolean {
    return value instanceof Error && brand in value;
  }

  override readonly name = 'AwsError';
  readonly kind: AwsErrorKind;
  readonly fix: string;
  readonly actor: Actor;
  readonly retryable: boolean;
  readonly service: string;
  readonly operation: string;
  readonly awsCode: string | null;
  readonly awsMessage: string | null;
  readonly status: number | null;
  readonly requestId: string | null;
  readonly retryAt: number | null;
  readonly reference: string | null;

  constructor(details: AwsErrorDetails, cause?: unknown) {
    super(codes[details.kind], details.sentence, { fix: details.fix, actor: details.actor, cause });
    this.kind = details.kind;
    this.fix = details.fix;
    this.actor = details.actor;
    this.retryable = details.retryable;
    this.service = details.service;
    this.operation = details.operation;
    this.awsCode = details.awsCode;
    this.awsMessage = details.awsMessage;
    this.status = details.status;
    this.requestId = details.requestId;
    this.retryAt = details.retryAt;
    this.reference = details.reference;
  }
}
