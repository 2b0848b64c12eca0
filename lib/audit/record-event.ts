import 'server-only';
import type { Context } from '@/lib/context';
import type { AuditEvent } from './events';
import { writeRow } from './write-row';

/**
 * Records something that has happened or happens in the same transaction: pass `{ ...ctx, db: tx }` to write the event
 * with the change. For changes outside the database use `audited`.
 */
export async function recordEvent(
  ctx: Pick<Context, 'db' | 'actor' | 'now' | 'correlationId'>,
  event: AuditEvent,
  outcome: { result?: 'ok' | 'failed' | 'refused'; message?: string } = {},
): Promise<void> {
  await writeRow(ctx, event, { phase: 'event', result: outcome.result ?? 'ok', message: outcome.message ?? null });
}
