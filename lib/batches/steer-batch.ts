import 'server-only';
import { and, eq } from 'drizzle-orm';
import { recordEvent } from '@/lib/audit/record-event';
import type { Context } from '@/lib/context';
import type { Db } from '@/lib/db/db';
import { batches, batchRows } from '@/lib/db/schema';
import { ExpectedError } from '@/lib/errors';
import type { Batch } from './read-rows';
import { wakeBatchRunner } from './wake';

/** No further row is handed over until it is resumed; what is on its way goes on. Asking twice is fine. */
export function pauseBatch(ctx: Context, number: number): Promise<void> {
  return steer(ctx, number, async (tx, batch) => {
    if (batch.finishedAt !== null) throw new ExpectedError('conflict', 'This batch is finished.');
    if (batch.pausedAt !== null) return;
    await tx.update(batches).set({ pausedAt: ctx.now() }).where(eq(batches.id, batch.id));
    await recordEvent({ ...ctx, db: tx }, { action: 'batch.paused', ...about(number) });
  });
}

/** Goes on after a pause. Asking twice is fine. */
export function resumeBatch(ctx: Context, number: number): Promise<void> {
  return steer(ctx, number, async (tx, batch) => {
    if (batch.pausedAt === null) return;
    await tx
      .update(batches)
      .set({ pausedAt: null, ...inTheNameOf(ctx) })
      .where(eq(batches.id, batch.id));
    await recordEvent({ ...ctx, db: tx }, { action: 'batch.resumed', ...about(number), after: { failedAgain: 0 } });
  });
}

/** Takes the rows that have not been handed over out of the queue, for good. */
export function cancelBatch(ctx: Context, number: number): Promise<void> {
  return steer(ctx, number, async (tx, batch) => {
    const rows = await tx
      .update(batchRows)
      .set({ state: 'cancelled', finishedAt: ctx.now() })
      .where(and(eq(batchRows.batchId, batch.id), eq(batchRows.state, 'waiting')))
      .returning({ line: batchRows.line });
    if (rows.length === 0) throw new ExpectedError('conflict', 'No row is waiting any more, so nothing was cancelled.');
    await tx.update(batches).set({ cancelledAt: ctx.now(), pausedAt: null }).where(eq(batches.id, batch.id));
    const after = { rows: rows.length };
    await recordEvent({ ...ctx, db: tx }, { action: 'batch.cancelled', ...about(number), after });
  });
}

/** Puts the rows that were refused into the queue once more. */
export function retryBatch(ctx: Context, number: number): Promise<void> {
  return steer(ctx, number, async (tx, batch) => {
    const rows = await tx
      .update(batchRows)
      .set({ state: 'waiting', message: null, finishedAt: null, domainId: null, startedAt: null })
      .where(and(eq(batchRows.batchId, batch.id), eq(batchRows.state, 'failed')))
      .returning({ line: batchRows.line });
    if (rows.length === 0) throw new ExpectedError('conflict', 'No row has failed, so there is nothing to try again.');
    await tx
      .update(batches)
      .set({ finishedAt: null, pausedAt: null, ...inTheNameOf(ctx) })
      .where(eq(batches.id, batch.id));
    const after = { failedAgain: rows.length };
    await recordEvent({ ...ctx, db: tx }, { action: 'batch.resumed', ...about(number), after });
  });
}

/** Whoever has it go on answers for what it does from then on. */
function inTheNameOf({ actor }: Context) {
  return actor.kind === 'user' ? { authorId: actor.id, authorName: actor.name } : {};
}

const about = (number: number) => ({ resourceId: String(number) });

async function steer(ctx: Context, number: number, run: (tx: Db, batch: Batch) => Promise<void>): Promise<void> {
  await ctx.db.transaction(async (tx) => {
    const [batch] = await tx.select().from(batches).where(eq(batches.number, number)).for('update');
    if (batch === undefined) throw noBatch(number);
    await run(tx, batch);
  });
  wakeBatchRunner();
}

export function noBatch(number: number): ExpectedError {
  return new ExpectedError('not-found', `There is no batch #${number}.`);
}
