import 'server-only';
import type { AwsCall } from '@/lib/audit/model';
import { ExpectedError } from '@/lib/errors';
import { callScope } from './call-scope';
import type { AwsError } from './errors';
import { changesAws, isRead } from './is-read';
import { type Door, type Middleware, operationOf } from './middleware';
import { toAwsError } from './to-aws-error';

interface Metadata {
  httpStatusCode?: number;
  requestId?: string;
  attempts?: number;
}

/** Outermost: notes every call for the log and for the audit, and turns whatever failed into an {@link AwsError}. */
export function observeCalls(door: Door): Middleware {
  return (next, context) => async (args) => {
    const operation = operationOf(context);
    const started = performance.now();
    const note = (metadata: Metadata, failure: AwsError | null) => {
      const call: AwsCall = {
        service: door.service,
        operation,
        requestId: failure?.requestId ?? metadata.requestId ?? null,
        status: failure ? failure.status : (metadata.httpStatusCode ?? null),
        error: failure ? (failure.awsCode ?? failure.kind) : null,
        durationMs: Math.round(performance.now() - started),
        attempts: metadata.attempts ?? 1,
      };
      for (const calls of callScope().recorders) calls.push(call);
      writeLine(door, call, failure);
    };
    try {
      const answer = await next(args);
      note(metadataOf(answer.output), null);
      if (changesAws(operation)) door.onChange?.();
      return answer;
    } catch (error) {
      // The pace store's own trouble (the database is away) is no news about AWS.
      if (error instanceof ExpectedError) throw error;
      const failure = toAwsError(error, door.service, operation);
      note(metadataOf(error), failure);
      throw failure;
    }
  };
}

/** Reads that work are routine; what changes AWS, and what fails, is news. Bodies are never logged. */
function writeLine({ log }: Door, { durationMs, ...call }: AwsCall, failure: AwsError | null): void {
  const line = { aws: { ...call, ms: durationMs } };
  if (failure?.kind === 'unknown')
    log.error({ ...line, reference: failure.reference, err: failure.cause }, 'aws call failed');
  else if (failure && failure.kind !== 'not-found')
    log.warn({ ...line, kind: failure.kind, err: failure.cause }, 'aws call failed');
  else if (failure || isRead(call.operation)) log.debug(line, 'aws call');
  else log.info(line, 'aws call');
}

function metadataOf(source: unknown): Metadata {
  if (source === null || typeof source !== 'object' || !('$metadata' in source)) return {};
  return (source.$metadata as Metadata | undefined) ?? {};
}
