import 'server-only';
import { and, eq, sql } from 'drizzle-orm';
import { recordEvent } from '@/lib/audit/record-event';
import type { Context } from '@/lib/context';
import { stagePolicies } from '@/lib/db/schema';
import { ExpectedError } from '@/lib/errors';
import { getGatewayId } from '@/lib/inventory/get-gateway-id';
import { readInventory } from '@/lib/inventory/read-inventory';
import { readPolicies } from './read-policies';
import type { ProtectStageInput } from './schemas';

/**
 * Says whether a stage needs approval, and the lowest role of who approves. It counts from the next deployment on, also for what is on its
 * way to the stage already.
 *
 * @throws ExpectedError `not-found` when the gateway has no such stage
 */
export async function protectStage(ctx: Context, { stage, approverRole }: ProtectStageInput): Promise<void> {
  const restApiId = await getGatewayId(ctx.db);
  const stages = await readInventory(ctx.db, 'stage');
  const isThere = stages.some((one) => one.restApiId === restApiId && one.name === stage);
  await ctx.db.transaction(async (tx) => {
    // Two administrators at once: the second sees what the first has made of it.
    await tx.execute(sql`lock table ${stagePolicies} in share row exclusive mode`);
    const before = restApiId === null ? undefined : (await readPolicies(tx, restApiId)).get(stage);
    // A stage that is gone can still be released.
    if (restApiId === null || !(isThere || (approverRole === null && before))) {
      throw new ExpectedError('not-found', `The gateway has no stage ${stage} (any more).`);
    }
    if ((before ?? null) === approverRole) return;
    const at = and(eq(stagePolicies.restApiId, restApiId), eq(stagePolicies.stage, stage));
    if (approverRole === null) {
      await tx.delete(stagePolicies).where(at);
      const event = { action: 'stage.unprotected', resourceId: stage, before: { approverRole: before } } as const;
      return recordEvent({ ...ctx, db: tx }, event);
    }
    await tx
      .insert(stagePolicies)
      .values({ restApiId, stage, approverRole })
      .onConflictDoUpdate({ target: [stagePolicies.restApiId, stagePolicies.stage], set: { approverRole } });
    await recordEvent(
      { ...ctx, db: tx },
      {
        action: 'stage.protected',
        resourceId: stage,
        before: { approverRole: before ?? null },
        after: { approverRole },
      },
    );
  });
}
