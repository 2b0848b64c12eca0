import 'server-only';
import { recordAwsCalls } from '@/lib/aws/call-scope';
import type { Context } from '@/lib/context';
import { ExpectedError } from '@/lib/errors';
import { log } from '@/lib/log';
import type { AuditEvent, Snapshot } from './events';
import { type RowDetails, writeRow } from './write-row';

/**
 * Does something that the database can't undo: the intent is committed, then `run` runs, then the outcome is committed
 * with the AWS calls made. Without the intent `run` never starts. A process that ends in between leaves an intent without
 * outcome, which the audit log shows as "outcome unknown". Not for use inside a transaction.
 *
 * @param options.after the outcome's `after`, for what only the result tells, such as an ARN
 * @throws what `run` throws; and `database-unreachable` when the outcome can't be noted although `run` worked
 */
export async function audited<T>(
  ctx: Context,
  event: AuditEvent,
  run: () => Promise<T>,
  options: { after?: (result: T) => Snapshot } = {},
): Promise<T> {
  const intentId = await writeRow(ctx, event, { phase: 'intent' });
  const ran = await recordAwsCalls(run);
  const outcome: RowDetails = ran.ok
    ? { phase: 'outcome', result: 'ok', after: options.after?.(ran.result) }
    : { phase: 'outcome', ...failureOf(ran.error) };
  try {
    await writeRow(ctx, event, { ...outcome, intentId, awsCalls: ran.calls });
  } catch (error) {
    if (ran.ok) throw error;
    log.error({ err: error, intentId }, 'outcome of a failed action not noted');
  }
  if (!ran.ok) throw ran.error;
  return ran.result;
}

/** Expected failures carry a sentence for people; the text of any other error is a stranger's and goes to the log only. */
function failureOf(error: unknown): Pick<RowDetails, 'result' | 'message'> {
  if (error instanceof ExpectedError) {
    const refused = error.code === 'not-permitted' || error.code === 'not-signed-in';
    return { result: refused ? 'refused' : 'failed', message: error.message };
  }
  log.error({ err: error }, 'audited action failed unexpectedly');
  return { result: 'failed', message: 'It failed for a reason that Gatehouse does not know; the log has the details.' };
}
