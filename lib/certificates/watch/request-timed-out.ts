import 'server-only';
import { inArray } from 'drizzle-orm';
import { isRequestedAgain } from '@/lib/certificates/request-number';
import type { Context } from '@/lib/context';
import { certificateWatches } from '@/lib/db/schema';
import { ExpectedError } from '@/lib/errors';
import { readInventory } from '@/lib/inventory/read-inventory';
import { requestAgain } from './request-again';

/** A quota that is used up, or a tenant that has left, is so an hour later, too, or not; every minute is too often for the audit log. */
const pauseMs = 3_600_000;

/**
 * Requests again what ACM gave up after 72 hours and no domain has for its own, where it was requested here (docs/decisions/013-certificates.md). What
 * AWS refuses is tried again an hour later.
 *
 * @returns how many were requested
 */
export async function requestTimedOut(ctx: Context, stopping?: AbortSignal): Promise<number> {
  const givenUp = (await readInventory(ctx.db, 'certificate')).filter(isRequestedAgain);
  if (givenUp.length === 0) return 0;
  const arns = givenUp.map(({ arn }) => arn);
  const rows = await ctx.db.select().from(certificateWatches).where(inArray(certificateWatches.arn, arns));
  const triedAt = new Map(rows.map(({ arn, checkedAt }) => [arn, checkedAt.getTime()]));
  let requested = 0;
  for (const arn of arns) {
    if (stopping?.aborted) break;
    const now = ctx.now();
    if (now.getTime() - (triedAt.get(arn) ?? 0) < pauseMs) continue;
    const next = await requestAgain(ctx, arn).catch((error: unknown) => {
      if (error instanceof ExpectedError && error.code !== 'database-unreachable') return null;
      throw error;
    });
    if (next === null) await pause(ctx, arn, now);
    else requested += 1;
  }
  return requested;
}

/** The look that found nothing to do, or that AWS refused. */
async function pause({ db }: Context, arn: string, checkedAt: Date): Promise<void> {
  const row = { checkedAt, troubledSince: null, report: { records: [], concerns: [] } };
  await db
    .insert(certificateWatches)
    .values({ arn, ...row })
    .onConflictDoUpdate({ target: certificateWatches.arn, set: row });
}
