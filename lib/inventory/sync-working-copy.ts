import 'server-only';
import { and, eq, ne, sql } from 'drizzle-orm';
import { readGateway } from '@/lib/aws/api-gateway/read-gateway';
import type { Context } from '@/lib/context';
import type { Db } from '@/lib/db/db';
import { snapshots, workingCopies } from '@/lib/db/schema';
import { fromAws } from '@/lib/gateway/from-aws';
import { readWorkingCopy, type WorkingCopy } from './read-working-copy';
import { replaceKind } from './replace-kind';
import { keepSnapshot } from './snapshots';

/**
 * Reads the working copy from AWS now and stores it, with the `resource` and `stage` kinds of the cache.
 *
 * @returns what was read; or what another one stored meanwhile of a read that began later
 * @throws AwsError `not-found` when there is no such API, and whatever else keeps AWS from being read
 */
export async function syncWorkingCopy(ctx: Context, restApiId: string): Promise<WorkingCopy> {
  const seenAt = ctx.now();
  const { raw, resources, stages } = await readGateway(ctx.aws, restApiId);
  const { snapshot, ids } = fromAws(raw);
  const hash = await keepSnapshot(ctx.db, snapshot);
  await spareOld(ctx.db, restApiId, hash);
  const read = { snapshotHash: hash, ids, seenAt };
  const stored = await ctx.db
    .insert(workingCopies)
    .values({ restApiId, ...read })
    .onConflictDoUpdate({
      target: workingCopies.restApiId,
      set: read,
      setWhere: sql`${workingCopies.seenAt} <= excluded.seen_at`,
    })
    .returning({ restApiId: workingCopies.restApiId });
  await replaceKind(ctx.db, 'resource', resources, seenAt);
  await replaceKind(ctx.db, 'stage', stages, seenAt);
  const newer = stored.length === 0 ? await readWorkingCopy(ctx.db, restApiId) : null;
  return newer ?? { snapshot, hash, ids, seenAt };
}

/** Keeps the snapshot that is about to be replaced from `dropOrphans` for a while: somebody may just be beginning a draft on it. */
async function spareOld(db: Db, restApiId: string, hash: string): Promise<void> {
  const old = db
    .select({ hash: workingCopies.snapshotHash })
    .from(workingCopies)
    .where(and(eq(workingCopies.restApiId, restApiId), ne(workingCopies.snapshotHash, hash)));
  await db.update(snapshots).set({ createdAt: sql`now()` }).where(sql`${snapshots.hash} in ${old}`);
}
