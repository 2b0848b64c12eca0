import 'server-only';
import { eq } from 'drizzle-orm';
import { recordEvent } from '@/lib/audit/record-event';
import type { Context } from '@/lib/context';
import { batches, batchRows } from '@/lib/db/schema';
import type { Network } from '@/lib/dns/network';
import { ExpectedError } from '@/lib/errors';
import { judgeLines } from './judge-lines';
import { isGood } from './model';
import type { StartBatchInput } from './schemas';
import { plainHostname } from './to-onboarding';
import { wakeBatchRunner } from './wake';

/**
 * Puts the good ones of some rows into the queue. The same submission twice makes one batch: its id is the submission's. Rows are judged once
 * more; when that comes to another number than was shown, nothing is started.
 *
 * @returns the batch's number, and the lines that it holds
 * @throws ExpectedError `conflict`
 */
export async function startBatch(
  ctx: Context,
  { submissionId, fileName, lines, expected }: StartBatchInput,
  network?: Network,
): Promise<{ number: number; lines: number[] }> {
  const sent = await findBatch(ctx, submissionId);
  if (sent !== null) return sent;
  const good = (await judgeLines(ctx, lines, network)).filter(isGood);
  if (good.length !== expected || good.length === 0) {
    throw new ExpectedError(
      'conflict',
      `Nothing was started: by now ${good.length} of ${lines.length} rows are good.`,
      {
        fix: 'Check the rows again; something that they depend on has changed.',
      },
    );
  }
  const actorId = ctx.actor.kind === 'user' ? ctx.actor.id : null;
  const number = await ctx.db.transaction(async (tx) => {
    const [batch] = await tx
      .insert(batches)
      .values({
        id: submissionId,
        fileName,
        authorId: actorId,
        authorName: ctx.actor.name,
        createdAt: ctx.now(),
        correlationId: ctx.correlationId ?? null,
      })
      .onConflictDoNothing()
      .returning();
    if (batch === undefined) return null;
    const rows = good.map(({ line, input, slug }) => {
      const hostname = plainHostname(input.hostname);
      return { batchId: batch.id, line, input: { ...input, slug }, hostname, tenantSlug: slug };
    });
    await tx.insert(batchRows).values(rows);
    const after = { fileName, rows: rows.length, hostnames: rows.map(({ hostname }) => hostname) };
    await recordEvent({ ...ctx, db: tx }, { action: 'batch.started', resourceId: String(batch.number), after });
    return batch.number;
  });
  wakeBatchRunner();
  const made = number === null ? await findBatch(ctx, submissionId) : { number, lines: good.map(({ line }) => line) };
  if (made === null) throw new Error('the batch was not written');
  return made;
}

async function findBatch({ db }: Context, id: string): Promise<{ number: number; lines: number[] } | null> {
  const rows = await db
    .select({ number: batches.number, line: batchRows.line })
    .from(batches)
    .innerJoin(batchRows, eq(batchRows.batchId, batches.id))
    .where(eq(batches.id, id));
  const [first] = rows;
  return first === undefined ? null : { number: first.number, lines: rows.map(({ line }) => line) };
}
