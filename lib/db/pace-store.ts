import 'server-only';
import { eq, sql } from 'drizzle-orm';
import { databaseUnreachable } from './database-error';
import type { Db } from './db';
import { awsPace } from './schema';

/** Mirrors the pacer's `PaceQuota` in lib/aws, which this folder doesn't import. */
interface Quota {
  key: string;
  intervalMs: number;
  burst: number;
}

/** An arrival time farther ahead than all waits together comes from a clock that was wrong. */
const farthestMs = 120_000;

/**
 * The pacer's memory in the database, for all replicas: GCRA, one theoretical arrival time a quota. One statement locks
 * the quotas' rows in order, finds when the call may go and moves the arrival times, so no two calls get one place.
 * Replicas compare their own clocks, which NTP has to keep within some tenths of a second.
 */
export function dbPaceStore(db: Db) {
  const known = new Set<string>();

  async function reserve(quotas: readonly Quota[], maxWaitMs: number, nowMs: number) {
    const wanted = sql.join(
      quotas.map(
        (quota) =>
          sql`(${quota.key}::text, ${quota.intervalMs}::float8, ${(quota.burst - 1) * quota.intervalMs}::float8)`,
      ),
      sql`, `,
    );
    const { rows } = await db.execute<{ start_ms: number | null; places: string | number }>(sql`
      with wanted (quota, gap, slack) as (values ${wanted}),
      held as (
        select p.quota, w.gap, w.slack,
               least(p.arrival_ms, ${nowMs}::float8 + w.slack + w.gap + ${farthestMs}::float8) as arrival
        from ${awsPace} p join wanted w on w.quota = p.quota
        order by p.quota
        for update of p
      ),
      place as (
        select greatest(${nowMs}::float8, max(arrival - slack)) as start_ms, count(*) as places from held
      ),
      taken as (
        update ${awsPace} p set arrival_ms = greatest(h.arrival, place.start_ms) + h.gap
        from held h, place
        where p.quota = h.quota and place.start_ms - ${nowMs}::float8 <= ${maxWaitMs}::float8
          and place.places = ${quotas.length}
      )
      select start_ms, places from place`);
    return { startMs: Number(rows[0]?.start_ms ?? nowMs), complete: Number(rows[0]?.places ?? 0) === quotas.length };
  }

  async function create(quotas: readonly Quota[]) {
    const rows = quotas.filter(({ key }) => !known.has(key)).map(({ key }) => ({ quota: key, arrivalMs: 0 }));
    if (rows.length === 0) return;
    await db.insert(awsPace).values(rows).onConflictDoNothing();
    for (const { quota } of rows) known.add(quota);
  }

  return {
    /** See `PaceStore` in lib/aws. */
    async peek(key: string): Promise<number> {
      const [row] = await db.select({ at: awsPace.arrivalMs }).from(awsPace).where(eq(awsPace.quota, key));
      return row?.at ?? 0;
    },
    /** See `PaceStore` in lib/aws. */
    async defer(key: string, arrivalMs: number): Promise<void> {
      const later = sql`greatest(${awsPace.arrivalMs}, ${arrivalMs}::float8)`;
      await db.update(awsPace).set({ arrivalMs: later }).where(eq(awsPace.quota, key));
    },
    /** See `PaceStore` in lib/aws. */
    async reserve(
      quotas: readonly Quota[],
      maxWaitMs: number,
      nowMs: number,
    ): Promise<{ waitMs: number } | { retryAtMs: number }> {
      try {
        await create(quotas);
        let place = await reserve(quotas, maxWaitMs, nowMs);
        if (!place.complete) {
          known.clear(); // somebody emptied the table
          await create(quotas);
          place = await reserve(quotas, maxWaitMs, nowMs);
        }
        const waitMs = place.startMs - nowMs;
        return waitMs > maxWaitMs ? { retryAtMs: place.startMs } : { waitMs };
      } catch (error) {
        throw databaseUnreachable(error) ?? error;
      }
    },
  };
}
