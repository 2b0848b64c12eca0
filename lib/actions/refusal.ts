import 'server-only';
import { randomBytes } from 'node:crypto';
import { databaseUnreachable } from '@/lib/db/database-error';
import { ExpectedError } from '@/lib/errors';
import { log } from '@/lib/log';

/** Why an action did not do what it was asked: the failing half of `ActionResult`, without what was typed. */
export interface Refusal {
  message: string;
  fix?: string;
  fields?: Record<string, string>;
  reference?: string;
}

/**
 * What an operator is told about an error. A foreseen one speaks for itself; of any other the operator sees a fixed
 * sentence and a reference, and the log has the rest under that reference.
 */
export function refusalOf(error: unknown, action: string): Refusal {
  const expected = error instanceof ExpectedError ? error : databaseUnreachable(error);
  if (expected) {
    const { fix, fields } = expected.options;
    return { message: expected.message, ...(fix ? { fix } : {}), ...(fields ? { fields } : {}) };
  }
  const reference = randomBytes(5).toString('hex');
  log.error({ err: error, action, reference }, 'action failed unexpectedly');
  return {
    message: 'Something went wrong that we did not foresee.',
    fix: 'Nothing is known to have changed. Try again; if it stays, give the reference to whoever runs this console.',
    reference,
  };
}
