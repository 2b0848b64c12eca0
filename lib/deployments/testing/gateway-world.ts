import { randomUUID } from 'node:crypto';
import { desc, eq } from 'drizzle-orm';
import { updateRestApi } from '@/lib/aws/api-gateway/update-rest-api';
import type { Context } from '@/lib/context';
import { auditEvents, changeSets } from '@/lib/db/schema';
import { testDb } from '@/lib/db/test-db';
import { undeployedChanges } from '@/lib/deployments/undeployed';
import { getGatewayId } from '@/lib/inventory/get-gateway-id';
import { readWorkingCopy } from '@/lib/inventory/read-working-copy';
import { syncInventory } from '@/lib/inventory/sync-inventory';
import { sandboxAws } from '@/lib/testing/sandbox-aws';

/** For tests of verbs on the gateway: the sandbox's own one, synced into a fresh database, and an operator. */
export async function startGatewayWorld() {
  const [box, database] = await Promise.all([sandboxAws({ seed: true }), testDb()]);
  const actor = { kind: 'user', id: randomUUID(), name: 'op@example.com', ip: null } as const;
  const ctx: Context = { db: database.db, aws: box.aws, actor, now: () => new Date() };
  const sync = () => syncInventory({ ...ctx, actor: { kind: 'system', name: 'inventory' } });
  await sync();
  const restApiId = (await getGatewayId(ctx.db)) ?? '';
  return {
    box,
    ctx,
    restApiId,
    sync,
    working: async () => {
      const copy = await readWorkingCopy(ctx.db, restApiId);
      if (!copy) throw new Error('not synced');
      return copy;
    },
    /** Differences between what a stage serves and the working copy. */
    undeployed: async (stage: string) => {
      return (await undeployedChanges(ctx.db)).find((one) => one.stage === stage)?.differences;
    },
    /** Somebody else changes something that a deployment copies. */
    change: (mediaType: string) =>
      updateRestApi(ctx.aws, restApiId, [{ op: 'add', path: `/binaryMediaTypes/${mediaType.replace('/', '~1')}` }]),
    /** A change set that is being applied; it isn't any more after `end()`. */
    async applying() {
      const { hash } = await readWorkingCopy(ctx.db, restApiId).then((copy) => copy ?? { hash: '' });
      const row = { restApiId, name: 'x', authorName: 'x', edits: [], baseHash: hash, state: 'applying' as const };
      const [made] = await ctx.db.insert(changeSets).values(row).returning();
      const id = made?.id ?? '';
      return {
        id,
        number: made?.number ?? 0,
        end: () => ctx.db.update(changeSets).set({ state: 'applied' }).where(eq(changeSets.id, id)),
      };
    },
    /** The newest rows of the audit log, newest first. */
    audit: (limit: number) => ctx.db.select().from(auditEvents).orderBy(desc(auditEvents.id)).limit(limit),
    async stop() {
      box.aws.close();
      await box.stop();
      await database.close();
    },
  };
}

export type GatewayWorld = Awaited<ReturnType<typeof startGatewayWorld>>;
