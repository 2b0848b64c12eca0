import 'server-only';
import { and, asc, eq, isNull } from 'drizzle-orm';
import { recordEvent } from '@/lib/audit/record-event';
import { findGrants } from '@/lib/auth/find-grants';
import { may } from '@/lib/auth/permissions';
import { callInterval } from '@/lib/aws/next-place';
import type { Context } from '@/lib/context';
import { batches, batchRows } from '@/lib/db/schema';
import type { Network } from '@/lib/dns/network';
import { ExpectedError } from '@/lib/errors';
import { finishIfDone } from './finish-batch';
import { handOver, refusalOf } from './hand-over';
import { freeAtOnce, longestLeadMs, slotsAhead } from './pace';
import { readDefaults } from './read-defaults';
import { awaitsSlot, type Batch, leadsOf, type Row, readRows } from './read-rows';
import { type BatchDefaults, laneOf, toOnboarding } from './to-onboarding';

interface Options {
  network?: Network;
  /** Asked before each further row. */
  stopping?: () => boolean;
}

/**
 * One look at all batches: notes what has become of their rows, and hands over as many more as the queue may hold, the older batch first.
 * May end at any line: what a row was handed over for is found again.
 *
 * @returns whether any batch is unfinished
 */
export async function runBatches(ctx: Context, { network, stopping = () => false }: Options = {}): Promise<boolean> {
  const open = await ctx.db.select().from(batches).where(isNull(batches.finishedAt)).orderBy(asc(batches.number));
  if (open.length === 0) return false;
  const defaults = await readDefaults(ctx.db);
  let rows = await settle(ctx, await rowsOf(ctx, open));
  for (const row of nextRows(ctx, open, rows, defaults)) {
    if (stopping()) return true;
    await start(ctx, open, row, defaults, network);
  }
  rows = await rowsOf(ctx, open);
  for (const batch of open) {
    await finishIfDone(
      ctx,
      batch,
      rows.filter(({ batchId }) => batchId === batch.id),
    );
  }
  return true;
}

const rowsOf = ({ db }: Context, open: Batch[]) =>
  readRows(
    db,
    open.map(({ id }) => id),
  );

/** Live for good, as far as the batch goes; what becomes of the domain later is told on its own page. */
async function settle(ctx: Context, rows: Row[]): Promise<Row[]> {
  for (const row of rows) {
    if (row.state !== 'started') continue;
    const state = row.shown === 'live' ? 'live' : row.domain === null ? 'failed' : null;
    if (state === null) continue;
    const message = state === 'failed' ? 'Its domain was removed meanwhile.' : null;
    await put(ctx, row, { state, message, finishedAt: ctx.now() });
    Object.assign(row, { state });
  }
  return rows;
}

/** The rows to hand over now: those that need CreateDomainName only so many ahead, the others in a stream of their own. */
function nextRows(ctx: Context, open: Batch[], rows: Row[], defaults: BatchDefaults): Row[] {
  const { aws } = ctx;
  const since = ctx.now().getTime() - longestLeadMs;
  const atWork = rows.filter(({ shown, startedAt }) => shown === 'working' && Number(startedAt) > since);
  const held = atWork.filter(awaitsSlot).length;
  const ahead = slotsAhead(leadsOf(rows), callInterval(aws, 'apigateway', 'CreateDomainName'), aws.quotaScale);
  let slots = ahead - held;
  let free = freeAtOnce - (atWork.length - held);
  const running = new Set(open.filter(({ pausedAt }) => pausedAt === null).map(({ id }) => id));
  return rows.filter(({ state, batchId, input }) => {
    if (state !== 'waiting' || !running.has(batchId)) return false;
    const lane = laneOf(toOnboarding(input, defaults, batchId));
    return lane === 'slot' ? slots-- > 0 : free-- > 0;
  });
}

async function start(
  ctx: Context,
  open: Batch[],
  row: Row,
  defaults: BatchDefaults,
  network: Network | undefined,
): Promise<void> {
  const batch = open.find(({ id }) => id === row.batchId);
  if (batch === undefined || !(await stillWanted(ctx, row))) return;
  if (!(await mayStillOnboard(ctx, batch))) return pauseFor(ctx, batch);
  const startedAt = ctx.now();
  try {
    const domainId = await handOver(onBehalf(ctx, batch), row, defaults, network);
    await put(ctx, row, { state: 'started', domainId, startedAt, message: null });
  } catch (error) {
    // Not the row's fault; it is tried again.
    if (!(error instanceof ExpectedError) || error.code === 'database-unreachable') throw error;
    await put(ctx, row, { state: 'failed', message: refusalOf(error), finishedAt: ctx.now() });
  }
}

/** Somebody may have paused or cancelled since the rows were read. */
async function stillWanted({ db }: Context, { batchId, line }: Row): Promise<boolean> {
  const [row] = await db
    .select({ state: batchRows.state, pausedAt: batches.pausedAt })
    .from(batchRows)
    .innerJoin(batches, eq(batches.id, batchRows.batchId))
    .where(and(eq(batchRows.batchId, batchId), eq(batchRows.line, line)));
  return row?.state === 'waiting' && row.pausedAt === null;
}

/** A batch goes on for hours; who started it may have lost the role meanwhile. */
async function mayStillOnboard({ db }: Context, { authorId }: Batch): Promise<boolean> {
  if (authorId === null) return true;
  const grants = (await findGrants(db, [authorId])).get(authorId);
  return grants !== undefined && may(grants, 'tenants:onboard');
}

/** Until somebody who may resumes it, in their own name. */
async function pauseFor(ctx: Context, { id, number, authorName }: Batch): Promise<void> {
  await ctx.db.transaction(async (tx) => {
    await tx.update(batches).set({ pausedAt: ctx.now() }).where(eq(batches.id, id));
    const after = { because: `${authorName} may no longer onboard tenants` };
    await recordEvent({ ...ctx, db: tx }, { action: 'batch.paused', resourceId: String(number), after });
  });
}

/** As whoever started it, joined with that click. */
function onBehalf(ctx: Context, { authorId, authorName, correlationId }: Batch): Context {
  const actor: Context['actor'] =
    authorId === null ? ctx.actor : { kind: 'user', id: authorId, name: authorName, ip: null };
  return { ...ctx, actor, correlationId };
}

async function put({ db }: Context, row: Row, facts: Partial<typeof batchRows.$inferInsert>): Promise<void> {
  await db
    .update(batchRows)
    .set(facts)
    .where(and(eq(batchRows.batchId, row.batchId), eq(batchRows.line, row.line)));
}
