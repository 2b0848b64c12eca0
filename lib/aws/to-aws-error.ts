import 'server-only';
import { randomBytes } from 'node:crypto';
import { describeFailure } from './describe-failure';
import { AwsError } from './errors';
import type { Service } from './quotas';

/** Whatever the SDK threw as an {@link AwsError}; bugs of ours in building the request become `unknown`, too. */
export function toAwsError(error: unknown, service: Service, operation: string): AwsError {
  if (error instanceof AwsError) return error;
  const failure = describeFailure(error, service, operation);
  const reference = failure.kind === 'unknown' ? randomBytes(4).toString('hex') : null;
  return new AwsError(
    {
      kind: failure.kind,
      sentence: reference ? `${failure.sentence} Reference: ${reference}.` : failure.sentence,
      fix: failure.fix,
      actor: failure.actor,
      retryable: failure.retryable,
      service,
      operation,
      awsCode: failure.awsCode,
      awsMessage: failure.awsMessage,
      status: failure.status,
      requestId: failure.requestId,
      retryAt: failure.retryAtMs,
      reference,
    },
    error,
  );
}
