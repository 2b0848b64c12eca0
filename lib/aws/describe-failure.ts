import 'server-only';
import type { Actor } from '@/lib/domains/model';
import { ForeignAnswerError, PacedError, RoleNotAssumedError } from './attempt-errors';
import { errorTable, foreignAnswer, roleRefused, serverTrouble, unknownAnswer } from './error-table';
import type { AwsErrorKind } from './errors';
import type { Explanation } from './explain';
import { describeNetworkFailure } from './network-failure';
import { type Service, secondsBetween } from './quotas';

/** A failed attempt in our words, and what the retry policy needs to know of it. */
export interface Failure extends Explanation {
  kind: AwsErrorKind;
  actor: Actor;
  awsCode: string | null;
  awsMessage: string | null;
  status: number | null;
  requestId: string | null;
  /** AWS's own hint. */
  retryAfterMs: number | null;
  retryAtMs: number | null;
  /** The request never left, so nothing can have happened. */
  neverSent: boolean;
  timedOut: boolean;
}

interface SdkError {
  name: string;
  message: string;
  $fault?: 'client' | 'server';
  $metadata?: { httpStatusCode?: number; requestId?: string };
  $response?: unknown;
  retryAfterSeconds?: string;
}

const nothing = {
  awsCode: null,
  awsMessage: null,
  status: null,
  requestId: null,
  retryAfterMs: null,
  retryAtMs: null,
  neverSent: false,
  timedOut: false,
};

/** Kinds in which AWS judged what we sent; only there its words help the reader and can hold nothing strange. */
const tellsWhy: ReadonlySet<AwsErrorKind> = new Set([
  'invalid',
  'conflict',
  'limit',
  'in-use',
  'not-ready',
  'not-found',
  'denied',
]);

/** Explains an error of the SDK, of the network or of ours. Pure, apart from the clock in `retryAtMs`. */
export function describeFailure(error: unknown, service: Service, operation: string): Failure {
  if (error instanceof PacedError)
    return { ...nothing, ...paced(operation), neverSent: true, retryAtMs: error.retryAtMs };
  if (error instanceof ForeignAnswerError) return { ...nothing, ...foreignAnswer, status: error.status };
  if (error instanceof RoleNotAssumedError) return describeRoleFailure(error.cause);
  const network = describeNetworkFailure(error);
  if (network) return { ...nothing, ...network };
  if (!isSdkError(error)) return { ...nothing, ...unknownAnswer };

  const status = error.$metadata?.httpStatusCode ?? null;
  const requestId = error.$metadata?.requestId ?? null;
  const code = error.name;
  const explanation = errorTable.find((row) => {
    return (
      (row.service === undefined || row.service === service) &&
      (row.operation === undefined || row.operation === operation) &&
      row.code.test(code) &&
      (row.message === undefined || row.message.test(error.message))
    );
  })?.explanation;
  if (!explanation) {
    return {
      ...nothing,
      ...withoutRow(error, status, requestId),
      status,
      requestId,
      awsCode: requestId === null ? null : codeOf(error),
    };
  }

  const retryAfterMs = error.retryAfterSeconds ? Number(error.retryAfterSeconds) * 1_000 || null : null;
  const pauseMs =
    retryAfterMs ?? (explanation.kind === 'throttled' ? secondsBetween(service, operation) * 1_000 || null : null);
  return {
    ...nothing,
    ...explanation,
    awsCode: code,
    awsMessage: tellsWhy.has(explanation.kind) ? tidy(error.message) : null,
    status,
    requestId,
    retryAfterMs,
    retryAtMs: pauseMs === null ? null : Date.now() + pauseMs,
  };
}

/** Signing failed, so the call itself never left. What is wrong with the network or the own credentials is said as ever. */
function describeRoleFailure(cause: unknown): Failure {
  const failure = describeFailure(cause, 'sts', 'AssumeRole');
  const refused = failure.awsCode !== null && /^(AccessDenied|ValidationError)/.test(failure.awsCode);
  return { ...failure, ...(refused ? roleRefused : {}), neverSent: true };
}

/** An answer that the table doesn't know: AWS in trouble, somebody in AWS's place, or news to us. */
function withoutRow(error: SdkError, status: number | null, requestId: string | null): Explanation {
  // AWS names every answer by a request id.
  if (requestId === null && error.$response !== undefined) return foreignAnswer;
  return status !== null && status >= 500 ? serverTrouble : unknownAnswer;
}

/** The names that the SDK makes up when the answer had no code of AWS. */
function codeOf(error: SdkError): string | null {
  return /^(Error|SyntaxError|TypeError|Unknown|UnknownError|\d{3})$/.test(error.name) ? null : error.name;
}

function paced(operation: string): Explanation {
  return {
    kind: 'paced',
    sentence: `${operation} waits for its turn: AWS allows only so many of these calls in a while.`,
    fix: 'Nothing to do; it is tried again when its turn has come.',
    actor: 'us',
    retryable: true,
  };
}

function tidy(message: string): string | null {
  const text = message.replace(/\s+/g, ' ').trim();
  return text === '' || text === 'UnknownError' ? null : text.slice(0, 500);
}

function isSdkError(error: unknown): error is Error & SdkError {
  return error instanceof Error && ('$metadata' in error || '$response' in error);
}
