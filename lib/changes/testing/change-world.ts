import { randomUUID } from 'node:crypto';
import { UpdateIntegrationCommand } from '@aws-sdk/client-api-gateway';
import { asc, eq } from 'drizzle-orm';
import { applyChangeSet } from '@/lib/changes/apply-change-set';
import { claimChangeSet, underLease } from '@/lib/changes/lease';
import type { GatewayView } from '@/lib/changes/model';
import { readGatewayView } from '@/lib/changes/read-gateway-view';
import { runApply } from '@/lib/changes/run-apply';
import { saveEdits } from '@/lib/changes/save-edits';
import type { ChangeSetRow } from '@/lib/changes/to-change-set';
import type { Context } from '@/lib/context';
import { auditEvents, changeSetSteps, changeSets, users } from '@/lib/db/schema';
import { testDb } from '@/lib/db/test-db';
import { diff } from '@/lib/gateway/diff';
import type { Edit } from '@/lib/gateway/edits';
import type { Snapshot } from '@/lib/gateway/model';
import { sentenceOf } from '@/lib/gateway/sentence-of';
import { getGatewayId } from '@/lib/inventory/get-gateway-id';
import { syncInventory } from '@/lib/inventory/sync-inventory';
import { syncWorkingCopy } from '@/lib/inventory/sync-working-copy';
import { sandboxAws } from '@/lib/testing/sandbox-aws';

const ids = { olga: '00000000-0000-4000-8000-000000000001', omar: '00000000-0000-4000-8000-000000000002' };

/** The sandbox's first gateway, read into a database with two operators. */
export async function changeWorld() {
  const [box, database] = await Promise.all([sandboxAws({ seed: true }), testDb()]);
  const { db } = database;
  const contextOf = (name: keyof typeof ids): Context => ({
    db,
    aws: box.aws,
    actor: { kind: 'user', id: ids[name], name: `${name}@example.com`, ip: '192.0.2.1' },
    now: () => new Date(),
  });
  for (const [name, id] of Object.entries(ids)) {
    await db.insert(users).values({ id, email: `${name}@example.com`, name, role: 'operator', passwordHash: 'x' });
  }
  const olga = contextOf('olga');
  await syncInventory(olga);
  const restApiId = (await getGatewayId(db)) ?? '';

  async function view(ctx: Context, draft?: number): Promise<GatewayView> {
    const { actor } = ctx;
    const found = await readGatewayView(db, { userId: actor.kind === 'user' ? actor.id : '', draft });
    if (found === null) throw new Error('nothing synced');
    return found;
  }

  /** One run of what is due, as the loop does it; false when there is nothing. */
  async function runOnce(ctx: Context = olga, owner: string = randomUUID()): Promise<boolean> {
    const system: Context = { ...ctx, actor: { kind: 'system', name: 'Gatehouse' } };
    const id = await claimChangeSet(ctx.db, owner, ctx.now());
    if (id === null) return false;
    await underLease(ctx.db, id, owner, ctx.now, () => runApply(system, id, { owner }));
    return true;
  }

  async function draft(edits: Edit[], who: Context = olga): Promise<{ number: number; version: number }> {
    const { number, version } = await saveEdits(who, { number: null, version: null, edits, summary: '' });
    return { number, version };
  }

  return {
    box,
    db,
    olga,
    omar: contextOf('omar'),
    restApiId,
    view,
    runOnce,
    /** Edits saved into the operator's current draft. */
    draft,
    /** A draft of these edits that is asked to be applied. */
    async request(edits: Edit[], deployTo: string | null = null, description = ''): Promise<number> {
      const { number } = await applyChangeSet(olga, { ...(await draft(edits)), deployTo, description });
      return number;
    },
    /** Somebody changes the timeout of a route in AWS's own console; the cache hears of it with the next `look`. */
    async changeOutside(path: string, timeoutMs: number): Promise<void> {
      const at = { restApiId, resourceId: (await view(olga)).ids.resources[path], httpMethod: 'ANY' };
      const patchOperations = [{ op: 'replace' as const, path: '/timeoutInMillis', value: String(timeoutMs) }];
      await box.aws.apiGateway.send(new UpdateIntegrationCommand({ ...at, patchOperations }));
    },
    /** The working copy as AWS has it now; the cache has it then, too. */
    async look(): Promise<Snapshot> {
      return (await syncWorkingCopy(olga, restApiId)).snapshot;
    },
    async row(number: number): Promise<ChangeSetRow> {
      const [row] = await db.select().from(changeSets).where(eq(changeSets.number, number));
      if (row === undefined) throw new Error(`no change set #${number}`);
      return row;
    },
    async steps(number: number) {
      const rows = await db
        .select({ step: changeSetSteps })
        .from(changeSetSteps)
        .innerJoin(changeSets, eq(changeSets.id, changeSetSteps.changeSetId))
        .where(eq(changeSets.number, number))
        .orderBy(asc(changeSetSteps.attempt), asc(changeSetSteps.position));
      return rows.map(({ step }) => step);
    },
    /** The audit log's events about a change set, in their order. */
    events: (number: number) =>
      db
        .select()
        .from(auditEvents)
        .where(eq(auditEvents.resourceId, `#${number}`))
        .orderBy(asc(auditEvents.id)),
    /** A lease that nobody gives back, as a killed process leaves it, runs out. */
    leaseRunsOut: () => db.update(changeSets).set({ leaseUntil: new Date(0) }),
    async stop() {
      box.aws.close();
      await box.stop();
      await database.close();
    },
  };
}

/** In what two gateways differ, in words: short where a comparison of snapshots would print pages. */
export const wordsBetween = (from: Snapshot, to: Snapshot): string[] => diff(from, to).differences.map(sentenceOf);

export type ChangeWorld = Awaited<ReturnType<typeof changeWorld>>;
