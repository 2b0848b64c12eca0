import 'server-only';
import { and, eq } from 'drizzle-orm';
import { requireApproval } from '@/lib/approvals/require-approval';
import type { Db } from '@/lib/db/db';
import { deployments } from '@/lib/db/schema';
import { readSnapshot } from '@/lib/inventory/snapshots';

/**
 * Where a stage needs approval: what a deployment holds must have been approved for it.
 *
 * @throws ExpectedError `not-permitted`
 */
export async function requireApprovedDeployment(
  db: Db,
  { restApiId, stage, deploymentId }: { restApiId: string; stage: string; deploymentId: string },
): Promise<void> {
  const isIt = and(eq(deployments.restApiId, restApiId), eq(deployments.id, deploymentId));
  const [row] = await db.select({ hash: deployments.snapshotHash }).from(deployments).where(isIt);
  const snapshot = row?.hash ? await readSnapshot(db, row.hash) : null;
  await requireApproval(db, { restApiId, stage, snapshot });
}
