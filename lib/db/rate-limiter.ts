import 'server-only';
import { and, eq, gt, isNull, lt, or, sql } from 'drizzle-orm';
import { RateLimiterDrizzle } from 'rate-limiter-flexible';
import type { Db } from './db';
import { rateLimits } from './schema';

type Row = typeof rateLimits.$inferSelect;

const sweepEveryMs = 5 * 60_000;

/**
 * rate-limiter-flexible on the table `rate_limits`, so that replicas share the counters and a restart keeps them. One
 * statement counts: of tries at the same time none slips through. The package's own class imports drizzle by a name made at
 * run time, which a bundled server can't resolve; its three queries are written out here instead.
 *
 * `consume(key)` rejects with a `RateLimiterRes` over the limit and with the database's error without one.
 */
export class DbRateLimiter extends RateLimiterDrizzle {
  #sweptAt = Date.now();

  constructor(
    private readonly db: Db,
    options: { keyPrefix: string; points: number /** Seconds. */; duration: number },
  ) {
    super({ ...options, storeClient: db, schema: rateLimits, clearExpiredByTimeout: false });
  }

  protected async _upsert(key: string, points: number, durationMs: number, forceExpire = false): Promise<Row> {
    const now = new Date();
    const expire = durationMs > 0 ? new Date(now.getTime() + durationMs) : null;
    const over = sql`${rateLimits.expire} <= ${sql.param(now, rateLimits.expire)}`;
    const set = forceExpire
      ? { points, expire }
      : {
          points: sql`case when ${over} then ${points}::integer else ${rateLimits.points} + ${points}::integer end`,
          expire: sql`case when ${over} then ${sql.param(expire, rateLimits.expire)}::timestamptz else ${rateLimits.expire} end`,
        };
    const [row] = await this.db
      .insert(rateLimits)
      .values({ key, points, expire })
      .onConflictDoUpdate({ target: rateLimits.key, set })
      .returning();
    if (!row) throw new Error('an upsert returned no row');
    await this.#sweep(now);
    return row;
  }

  protected async _get(key: string): Promise<Row | null> {
    const valid = or(gt(rateLimits.expire, new Date()), isNull(rateLimits.expire));
    const rows = await this.db
      .select()
      .from(rateLimits)
      .where(and(eq(rateLimits.key, key), valid))
      .limit(1);
    return rows[0] ?? null;
  }

  protected async _delete(key: string): Promise<boolean> {
    const gone = await this.db.delete(rateLimits).where(eq(rateLimits.key, key)).returning({ key: rateLimits.key });
    return gone.length > 0;
  }

  /** Rows whose window is over count nothing; a stranger who tries many addresses must not fill the table. */
  async #sweep(now: Date): Promise<void> {
    if (now.getTime() - this.#sweptAt < sweepEveryMs) return;
    this.#sweptAt = now.getTime();
    await this.db.delete(rateLimits).where(lt(rateLimits.expire, now));
  }
}
