import 'server-only';
import { setTimeout as sleep } from 'node:timers/promises';
import { PacedError } from './attempt-errors';
import { describeFailure, type Failure } from './describe-failure';
import { isRead } from './is-read';
import { type Door, type Middleware, operationOf } from './middleware';
import { longestPauseMs, maxAttempts } from './patience';
import { secondsBetween } from './quotas';

/** Repeats what is safe to repeat, up to three attempts, with jittered and growing pauses. */
export function retryCalls(door: Door): Middleware {
  return (next, context) => async (args) => {
    const operation = operationOf(context);
    let last: unknown;
    for (let attempt = 1; ; attempt++) {
      try {
        const answer = await next(args);
        setAttempts(answer.output, attempt);
        return answer;
      } catch (error) {
        // Under its own quota the repetition would have to wait too long: what AWS said before is the better news.
        if (error instanceof PacedError && last !== undefined) throw last;
        if (error instanceof Error) setAttempts(error, attempt);
        last = error;
        const failure = describeFailure(error, door.service, operation);
        const pauseMs = pauseBefore(failure, attempt, door.retryBaseMs);
        if (
          attempt === maxAttempts ||
          !isSafeToRepeat(failure, door, operation, args.input) ||
          pauseMs > longestPauseMs
        ) {
          throw error;
        }
        await sleep(pauseMs);
      }
    }
  };
}

/**
 * AWS refused before any effect, or nothing was sent, or having it done twice is as good as once. A timeout is not
 * repeated: it has already taken its share of the caller's patience.
 */
function isSafeToRepeat(
  failure: Failure,
  door: Pick<Door, 'service' | 'quotaScale'>,
  operation: string,
  input: object,
): boolean {
  if (operation === 'TestInvokeMethod') return false; // it calls the back end, and takes long
  if (failure.kind === 'throttled')
    return secondsBetween(door.service, operation, door.quotaScale) * 1_000 < longestPauseMs;
  if (failure.kind === 'conflict') return failure.retryable; // "concurrent modification, try again later"
  if (failure.kind !== 'unreachable' && failure.kind !== 'unavailable') return false;
  if (failure.timedOut) return false;
  return failure.neverSent || isIdempotent(operation, input);
}

/** Whether a second execution changes nothing. */
function isIdempotent(operation: string, input: object): boolean {
  if (isRead(operation)) return true;
  switch (operation) {
    case 'RequestCertificate':
      return 'IdempotencyToken' in input && Boolean(input.IdempotencyToken);
    case 'ChangeResourceRecordSets':
      return JSON.stringify(input).match(/"Action":"(?!UPSERT")/) === null;
    case 'UpdateBasePathMapping': // `replace` operations only
    case 'DeleteBasePathMapping':
    case 'DeleteCertificate':
      return true;
    default:
      return isRepeatableEdit(operation, input);
  }
}

/** Calls that edit a REST API and leave it the same the second time. Other Create and Put calls would meet what they made. */
function isRepeatableEdit(operation: string, input: object): boolean {
  if (/^Delete(Resource|Method|Integration|Authorizer|Model|RequestValidator|GatewayResponse)/.test(operation))
    return true;
  if (/^Put(Integration|GatewayResponse)/.test(operation)) return true;
  if (/^Update(RestApi|Method|Integration|Authorizer|Model|RequestValidator|GatewayResponse|Stage)/.test(operation)) {
    return onlyReplaces(input);
  }
  return false;
}

/** What is removed or added to a list can't be twice. */
function onlyReplaces(input: object): boolean {
  const patches = 'patchOperations' in input && Array.isArray(input.patchOperations) ? input.patchOperations : [];
  return patches.length > 0 && patches.every((patch: { op?: string }) => patch.op === 'replace');
}

function pauseBefore(failure: Failure, attempt: number, baseMs: number): number {
  if (failure.retryAfterMs !== null) return failure.retryAfterMs;
  const base = failure.kind === 'throttled' ? baseMs * 4 : baseMs;
  return base * 2 ** (attempt - 1) * (0.5 + Math.random() / 2);
}

/** The SDK's own retry layer counts 1; the log and the audit want ours. */
function setAttempts(target: object, attempts: number): void {
  const metadata = ('$metadata' in target ? target.$metadata : null) ?? {};
  Object.assign(target, { $metadata: { ...metadata, attempts } });
}
