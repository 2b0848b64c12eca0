import 'server-only';
import { AwsError } from '@/lib/aws/errors';
import type { Trouble } from '@/lib/domains/model';

/** An AWS failure as the domain's status keeps it. Anything else is a bug or the database, and is thrown on. */
export function toTrouble(error: unknown, now: Date): Trouble {
  if (!(error instanceof AwsError)) throw error;
  return {
    at: now.toISOString(),
    sentence: error.message,
    fix: error.awsMessage === null ? error.fix : `${error.fix} AWS said: ${error.awsMessage}`,
    actor: error.actor,
    retryable: error.retryable,
    code: error.awsCode ?? error.kind,
    operation: error.operation,
    requestId: error.requestId,
  };
}
