import 'server-only';
import { sql } from 'drizzle-orm';
import type { Db } from '@/lib/db/db';
import { changeSets, changeSetVersions, deployments, snapshots, workingCopies } from '@/lib/db/schema';

/**
 * Deletes snapshots that nothing refers to. One that was stored, or replaced as the working copy, within the last hour stays, because
 * somebody may be about to refer to it.
 *
 * @returns how many went
 */
export async function dropOrphans(db: Db): Promise<number> {
  const gone = await db
    .delete(snapshots)
    .where(
      sql`${snapshots.createdAt} < now() - interval '1 hour'
        and not exists (select 1 from ${workingCopies} where ${workingCopies.snapshotHash} = ${snapshots.hash})
        and not exists (select 1 from ${deployments} where ${deployments.snapshotHash} = ${snapshots.hash})
        and not exists (select 1 from ${changeSets} where ${snapshots.hash} in (${changeSets.baseHash}, ${changeSets.beforeHash}))
        and not exists (select 1 from ${changeSetVersions} where ${changeSetVersions.baseHash} = ${snapshots.hash})`,
    )
    .returning({ hash: snapshots.hash });
  return gone.length;
}
