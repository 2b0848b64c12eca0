import 'server-only';
import { and, eq, isNull } from 'drizzle-orm';
import { recordEvent } from '@/lib/audit/record-event';
import type { Context } from '@/lib/context';
import { batches } from '@/lib/db/schema';
import { countRows } from './count-rows';
import { longestLeadMs } from './pace';
import type { Batch, Row } from './read-rows';

/**
 * Ends a batch with which nothing is left to do here: its rows are live, wait for somebody, or failed. Domains that wait for their tenant go
 * live by themselves later.
 */
export async function finishIfDone(ctx: Context, batch: Batch, rows: Row[]): Promise<void> {
  const since = ctx.now().getTime() - longestLeadMs;
  const open = rows.some(({ shown, startedAt }) => {
    return shown === 'waiting' || (shown === 'working' && Number(startedAt) > since);
  });
  if (open) return;
  await ctx.db.transaction(async (tx) => {
    const [ended] = await tx
      .update(batches)
      .set({ finishedAt: ctx.now(), pausedAt: null })
      .where(and(eq(batches.id, batch.id), isNull(batches.finishedAt)))
      .returning();
    if (ended === undefined) return;
    await recordEvent(
      { ...ctx, db: tx, correlationId: batch.correlationId },
      { action: 'batch.finished', resourceId: String(batch.number), after: { ...countRows(rows) } },
    );
  });
}
