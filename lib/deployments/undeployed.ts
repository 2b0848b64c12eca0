import 'server-only';
import { eq } from 'drizzle-orm';
import type { Db } from '@/lib/db/db';
import { workingCopies } from '@/lib/db/schema';
import { getGatewayId } from '@/lib/inventory/get-gateway-id';
import { countDifferences } from './count-differences';
import { readStages } from './read-stages';

export interface Undeployed {
  stage: string;
  /** Between what the stage serves and the working copy; null when nobody could read the one or the other yet. */
  differences: number | null;
}

/** How far each stage is from the working copy, whoever changed it. From the cache and quick: every page shows it. */
export async function undeployedChanges(db: Db): Promise<Undeployed[]> {
  const restApiId = await getGatewayId(db);
  if (restApiId === null) return [];
  const [[working], stages] = await Promise.all([
    db.select({ hash: workingCopies.snapshotHash }).from(workingCopies).where(eq(workingCopies.restApiId, restApiId)),
    readStages(db, restApiId),
  ]);
  const pairs = stages.map((stage) => ({ from: stage.liveHash, to: working?.hash ?? null }));
  const differences = await countDifferences(db, pairs);
  return stages.map((stage, index) => ({ stage: stage.name, differences: differences[index] ?? null }));
}
