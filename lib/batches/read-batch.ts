import 'server-only';
import { and, desc, eq, inArray, isNull, lt, notExists, sql } from 'drizzle-orm';
import { callInterval, nextPlace } from '@/lib/aws/next-place';
import type { Context } from '@/lib/context';
import type { Db } from '@/lib/db/db';
import { batches, batchRows, domains } from '@/lib/db/schema';
import type { Headline } from '@/lib/domains/model';
import { countRows } from './count-rows';
import type { BatchEta, BatchRowView, BatchState, BatchSummary, BatchView } from './model';
import { estimateFinish } from './pace';
import { readDefaults } from './read-defaults';
import { awaitsSlot, type Batch, leadsOf, type Row, readRows } from './read-rows';
import { noBatch } from './steer-batch';
import { type BatchDefaults, laneOf, toOnboarding } from './to-onboarding';

/**
 * A batch with its rows as they stand now, and when it will be done. Reads the database only.
 *
 * @throws ExpectedError `not-found`
 */
export async function readBatch(ctx: Context, number: number): Promise<BatchView> {
  const [batch] = await ctx.db.select().from(batches).where(eq(batches.number, number));
  if (batch === undefined) throw noBatch(number);
  const rows = await readRows(ctx.db, [batch.id]);
  return {
    ...summaryOf(batch, rows),
    rows: rows.map(viewOf),
    eta: batch.finishedAt === null ? await etaOf(ctx, batch, rows) : null,
    now: ctx.now().toISOString(),
  };
}

/** The latest 100 batches, the newest first. */
export async function listBatches(db: Db): Promise<BatchSummary[]> {
  const found = await db.select().from(batches).orderBy(desc(batches.number)).limit(100);
  const rows = await readRows(
    db,
    found.map(({ id }) => id),
  );
  return found.map((batch) =>
    summaryOf(
      batch,
      rows.filter(({ batchId }) => batchId === batch.id),
    ),
  );
}

function summaryOf(batch: Batch, rows: Row[]): BatchSummary {
  const { number, fileName, authorName, createdAt, finishedAt, cancelledAt, pausedAt } = batch;
  const state: BatchState = finishedAt !== null ? 'finished' : pausedAt === null ? 'running' : 'paused';
  return {
    number,
    fileName,
    author: authorName,
    createdAt: createdAt.toISOString(),
    finishedAt: finishedAt?.toISOString() ?? null,
    cancelledAt: cancelledAt?.toISOString() ?? null,
    state,
    counts: countRows(rows),
    total: rows.length,
  };
}

function viewOf({
  line,
  input,
  hostname,
  tenantSlug,
  shown,
  domain,
  domainId,
  message,
  startedAt,
  finishedAt,
}: Row): BatchRowView {
  return {
    line,
    name: input.name,
    hostname,
    tenantSlug,
    state: shown,
    headline: (domain?.headline as Headline | undefined) ?? null,
    sentence:
      message ?? domain?.status?.sentence ?? (domain === null && domainId !== null ? 'It was removed since.' : ''),
    startedAt: startedAt?.toISOString() ?? null,
    finishedAt: finishedAt?.toISOString() ?? null,
  };
}

/** Before any row of the batch is live, what is usual: the mapping, the alias and Route 53's sync, and the probe. */
const usualTailMs = 60_000;

async function etaOf(ctx: Context, batch: Batch, rows: Row[]): Promise<BatchEta | null> {
  const { aws } = ctx;
  const defaults = await readDefaults(ctx.db);
  const waiting = rows.filter(({ state }) => state === 'waiting');
  const toCall = waiting.filter((row) => inSlotLane(row, defaults)).length;
  const atWork = rows.filter(({ shown }) => shown === 'working');
  const onTheWay = atWork.filter(awaitsSlot);
  const [nextSlotAt, othersSlots] = await Promise.all([
    nextPlace(aws, 'apigateway', 'CreateDomainName'),
    countOthers(ctx, batch, defaults),
  ]);
  return estimateFinish({
    now: ctx.now().getTime(),
    nextSlotAt,
    intervalMs: callInterval(aws, 'apigateway', 'CreateDomainName'),
    slots: toCall + onTheWay.length,
    othersSlots,
    ready: onTheWay.some(({ domain }) => domain?.status?.axes.certificate.state === 'ok'),
    free: waiting.length - toCall + atWork.length - onTheWay.length,
    leadMs: leadsOf(rows),
    tailMs: tailOf(rows) ?? usualTailMs / aws.quotaScale,
    scale: aws.quotaScale,
  });
}

const inSlotLane = ({ input }: Pick<Row, 'input'>, defaults: BatchDefaults) =>
  laneOf(toOnboarding(input, defaults, '')) === 'slot';

/** Median from the custom domain name until Live, of the rows that are. */
function tailOf(rows: Row[]): number | null {
  const tails = rows.flatMap(({ domain, finishedAt, shown }) => {
    const gateway = domain?.status?.axes.gateway;
    if (shown !== 'live' || finishedAt === null || gateway === undefined || !domain?.gatewayDomainOurs) return [];
    return [Math.max(0, finishedAt.getTime() - Date.parse(gateway.since))];
  });
  return tails.sort((a, b) => a - b)[Math.floor(tails.length / 2)] ?? null;
}

/** Domains outside of the batch that need a call of CreateDomainName before its last: on their way, or of an older batch. */
async function countOthers({ db }: Context, batch: Batch, defaults: BatchDefaults): Promise<number> {
  const mine = db
    .select({ one: sql`1` })
    .from(batchRows)
    .where(and(eq(batchRows.batchId, batch.id), eq(batchRows.domainId, domains.id)));
  const [onTheWay, older] = await Promise.all([
    db.$count(
      domains,
      and(
        eq(domains.intent, 'present'),
        eq(domains.gatewayDomainOurs, false),
        eq(domains.gatewayDomainName, domains.hostname),
        inArray(domains.headline, ['Draft', 'Working']),
        notExists(mine),
      ),
    ),
    db
      .select({ input: batchRows.input })
      .from(batchRows)
      .innerJoin(batches, eq(batches.id, batchRows.batchId))
      .where(
        and(
          lt(batches.number, batch.number),
          isNull(batches.finishedAt),
          isNull(batches.pausedAt),
          eq(batchRows.state, 'waiting'),
        ),
      ),
  ]);
  return onTheWay + older.filter((row) => inSlotLane(row, defaults)).length;
}
