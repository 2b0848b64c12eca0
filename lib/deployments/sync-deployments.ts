import 'server-only';
import { and, eq, inArray, isNull } from 'drizzle-orm';
import { getDeployments } from '@/lib/aws/api-gateway/get-deployments';
import type { Context } from '@/lib/context';
import type { Db } from '@/lib/db/db';
import { deployments } from '@/lib/db/schema';
import { readInventory } from '@/lib/inventory/read-inventory';
import { keepServed } from './keep-served';
import { noteOutside } from './note-outside';
import { storeDeployments } from './store-deployments';

const chunk = 500;

/**
 * Reads the gateway's deployments from AWS and brings the history up to what the cache says of the stages: a stage that serves
 * something else than its newest event says was changed outside of Gatehouse. Part of the inventory's sync, after the stages.
 *
 * @throws AwsError
 */
export async function syncDeployments(ctx: Context, restApiId: string): Promise<void> {
  // Read before AWS is asked: what is made here meanwhile isn't gone because AWS's list doesn't have it yet.
  const known = await knownIds(ctx.db, restApiId);
  const found = await getDeployments(ctx.aws, restApiId);
  await storeDeployments(ctx.db, restApiId, found);
  const there = new Set(found.map(({ id }) => id));
  const gone = known.filter((id) => !there.has(id));
  for (let at = 0; at < gone.length; at += chunk) {
    const ids = inArray(deployments.id, gone.slice(at, at + chunk));
    await ctx.db
      .update(deployments)
      .set({ goneAt: ctx.now() })
      .where(and(eq(deployments.restApiId, restApiId), ids));
  }
  for (const stage of await readInventory(ctx.db, 'stage')) {
    if (stage.restApiId !== restApiId) continue;
    await noteOutside(ctx, stage);
    await keepServed(ctx, stage);
  }
}

async function knownIds(db: Db, restApiId: string): Promise<string[]> {
  const rows = await db
    .select({ id: deployments.id })
    .from(deployments)
    .where(and(eq(deployments.restApiId, restApiId), isNull(deployments.goneAt)));
  return rows.map(({ id }) => id);
}
