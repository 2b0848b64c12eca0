import 'server-only';
import { and, desc, eq, isNull } from 'drizzle-orm';
import type { Db } from '@/lib/db/db';
import { changeSets, deployments } from '@/lib/db/schema';
import type { Deployment } from './model';
import { readStages } from './read-stages';

/** The deployments that AWS still has, the newest first. From the cache. */
export async function listDeployments(db: Db, restApiId: string): Promise<Deployment[]> {
  const [rows, stages] = await Promise.all([
    db
      .select({ deployment: deployments, changeSetNumber: changeSets.number })
      .from(deployments)
      .leftJoin(changeSets, eq(changeSets.id, deployments.changeSetId))
      .where(and(eq(deployments.restApiId, restApiId), isNull(deployments.goneAt)))
      .orderBy(desc(deployments.createdAt), desc(deployments.id)),
    readStages(db, restApiId),
  ]);
  return rows.map(({ deployment, changeSetNumber }) => ({
    id: deployment.id,
    restApiId,
    description: deployment.description,
    createdAt: deployment.createdAt.toISOString(),
    author: deployment.authorName,
    changeSetNumber,
    snapshot: deployment.snapshotSource ?? 'unknown',
    servedBy: stages.filter((stage) => stage.deploymentId === deployment.id).map((stage) => stage.name),
  }));
}
