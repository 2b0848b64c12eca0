import 'server-only';
import type { AwsDeployment } from '@/lib/aws/api-gateway/get-deployments';
import type { Db } from '@/lib/db/db';
import { deployments } from '@/lib/db/schema';

export interface KeptDeployment {
  restApiId: string;
  deployment: AwsDeployment;
  authorName: string;
  changeSetId: string | null;
  snapshot: { hash: string; source: 'kept' | 'exported' } | null;
}

/** Notes a deployment that was made here, also when a sync has seen it before. */
export async function keepDeployment(db: Db, kept: KeptDeployment): Promise<void> {
  const { id, description, createdAt } = kept.deployment;
  const ours = {
    description,
    authorName: kept.authorName,
    changeSetId: kept.changeSetId,
    goneAt: null,
    ...(kept.snapshot ? { snapshotHash: kept.snapshot.hash, snapshotSource: kept.snapshot.source } : {}),
  };
  await db
    .insert(deployments)
    .values({ restApiId: kept.restApiId, id, createdAt: new Date(createdAt), ...ours })
    .onConflictDoUpdate({ target: [deployments.restApiId, deployments.id], set: ours });
}
