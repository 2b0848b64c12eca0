import 'server-only';
import { inArray } from 'drizzle-orm';
import { isRequestedAgain } from '@/lib/certificates/request-number';
import type { Context } from '@/lib/context';
import { certificateWatches } from '@/lib/db/schema';
import type { Resolver } from '@/lib/dns/resolver';
import type { Certificate } from '@/lib/inventory/model';
import { readInventory } from '@/lib/inventory/read-inventory';
import { watchCertificate } from './watch-certificate';

const hourMs = 3_600_000;
/** Once a day is what ACM itself does; where something is wrong, somebody may be putting it right. */
const pauseMs = (troubled: boolean) => (troubled ? hourMs : 24 * hourMs);

/**
 * Looks at every issued certificate of the cache whose look is due, one after the other: the sync reads ACM each minute anyway, so this asks
 * the DNS only. Reports of certificates that are no more, or not issued, go.
 *
 * @returns how many were looked at
 */
export async function watchDue(ctx: Context, resolver: Resolver, stopping?: AbortSignal): Promise<number> {
  const [certificates, rows] = await Promise.all([
    readInventory(ctx.db, 'certificate'),
    ctx.db
      .select({
        arn: certificateWatches.arn,
        checkedAt: certificateWatches.checkedAt,
        troubledSince: certificateWatches.troubledSince,
      })
      .from(certificateWatches),
  ]);
  const watched = new Map(certificates.filter(isWatched).map((one) => [one.arn, one]));
  // What is to be requested again keeps there when that was last tried.
  const kept = new Set(certificates.filter((one) => isWatched(one) || isRequestedAgain(one)).map(({ arn }) => arn));
  const gone = rows.filter(({ arn }) => !kept.has(arn)).map(({ arn }) => arn);
  if (gone.length > 0) await ctx.db.delete(certificateWatches).where(inArray(certificateWatches.arn, gone));
  const last = new Map(rows.map((row) => [row.arn, row]));
  const now = ctx.now().getTime();
  let looked = 0;
  for (const certificate of watched.values()) {
    if (stopping?.aborted) break;
    const row = last.get(certificate.arn);
    if (row !== undefined && now - row.checkedAt.getTime() < pauseMs(row.troubledSince !== null)) continue;
    await watchCertificate(ctx, resolver, certificate);
    looked += 1;
  }
  return looked;
}

/** What is not issued, its request's clock and the domain's status watch over. */
function isWatched({ status }: Certificate): boolean {
  return status === 'ISSUED';
}
