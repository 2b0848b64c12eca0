import 'server-only';
import { inArray } from 'drizzle-orm';
import type { Db } from '@/lib/db/db';
import { certificateWatches } from '@/lib/db/schema';
import type { WatchView } from './model';

/** The last look at each of these certificates, by ARN; null: at all. */
export async function readWatches(db: Db, arns: readonly string[] | null): Promise<Map<string, WatchView>> {
  if (arns?.length === 0) return new Map();
  const rows = await db
    .select()
    .from(certificateWatches)
    .where(arns === null ? undefined : inArray(certificateWatches.arn, [...arns]));
  return new Map(
    rows.map(({ arn, checkedAt, troubledSince, report }) => [
      arn,
      { ...report, checkedAt: checkedAt.toISOString(), troubledSince: troubledSince?.toISOString() ?? null },
    ]),
  );
}
