import { eq, sql } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createResource } from '@/lib/aws/api-gateway/create-resource';
import { deleteResource } from '@/lib/aws/api-gateway/delete-resource';
import type { Context } from '@/lib/context';
import type { OpenDb } from '@/lib/db/open-db';
import { changeSets, snapshots } from '@/lib/db/schema';
import { testDb } from '@/lib/db/test-db';
import type { Snapshot } from '@/lib/gateway/model';
import { type SandboxAws, sandboxAws } from '@/lib/testing/sandbox-aws';
import { dropOrphans } from './drop-orphans';
import { getGatewayId } from './get-gateway-id';
import { hashOf } from './hash-of';
import { readInventory } from './read-inventory';
import { readWorkingCopy } from './read-working-copy';
import { keepSnapshot, readSnapshot } from './snapshots';
import { syncInventory } from './sync-inventory';
import { syncWorkingCopy } from './sync-working-copy';

let box: SandboxAws;
let opened: OpenDb;
let ctx: Context;
let restApiId: string;
beforeAll(async () => {
  [box, opened] = await Promise.all([sandboxAws({ seed: true }), testDb()]);
  ctx = { db: opened.db, aws: box.aws, actor: { kind: 'system', name: 'test' }, now: () => new Date() };
  await syncInventory(ctx);
  restApiId = (await getGatewayId(ctx.db)) ?? '';
});
afterAll(async () => {
  await box.stop();
  await opened.close();
});

async function addResource(pathPart: string): Promise<string> {
  const copy = await readWorkingCopy(ctx.db, restApiId);
  return createResource(ctx.aws, { restApiId, parentId: copy?.ids.resources['/'] ?? '', pathPart });
}

const stored = async (hash: string) =>
  (await ctx.db.select().from(snapshots).where(eq(snapshots.hash, hash))).length === 1;

/** Makes the process forget the snapshots that it has in memory. */
async function forget(snapshot: Snapshot): Promise<void> {
  for (let n = 0; n < 16; n++) {
    const other = { ...snapshot, api: { ...snapshot.api, description: `filler ${n}` } };
    await keepSnapshot(ctx.db, other);
  }
}

test('the inventory sync brings the working copy and the ids behind its names', async () => {
  const copy = await readWorkingCopy(ctx.db, restApiId);
  expect(copy?.snapshot.api.name).toBe('shared-gateway');
  expect(Object.keys(copy?.snapshot.resources ?? {})).toContain('/service1/{proxy+}');
  expect(copy?.snapshot.stages.prod?.variables).toEqual({ environment: 'production' });
  const resources = await readInventory(ctx.db, 'resource');
  expect(copy?.ids.resources).toEqual(Object.fromEntries(resources.map(({ path, id }) => [path, id])));
  expect(copy?.hash).toBe(hashOf(copy?.snapshot as Snapshot));
});

test('a change is seen by the next read, in the working copy and in the lists', async () => {
  const before = await readWorkingCopy(ctx.db, restApiId);
  const resourceId = await addResource('seen');
  const read = await syncWorkingCopy(ctx, restApiId);
  expect(read.hash).not.toBe(before?.hash);
  expect(read.ids.resources['/seen']).toBe(resourceId);
  expect(await readWorkingCopy(ctx.db, restApiId)).toEqual(read);
  expect((await readInventory(ctx.db, 'resource')).map(({ path }) => path)).toContain('/seen');
  await deleteResource(ctx.aws, { restApiId, resourceId });
  expect((await syncWorkingCopy(ctx, restApiId)).hash).toBe(before?.hash);
});

test('a read that began earlier does not replace a later one', async () => {
  const newer = await syncWorkingCopy(ctx, restApiId);
  const resourceId = await addResource('older');
  const old = { ...ctx, now: () => new Date(newer.seenAt.getTime() - 1) };
  expect((await syncWorkingCopy(old, restApiId)).hash).toBe(newer.hash);
  expect((await readWorkingCopy(ctx.db, restApiId))?.hash).toBe(newer.hash);
  expect((await readInventory(ctx.db, 'resource')).map(({ path }) => path)).not.toContain('/older');
  await deleteResource(ctx.aws, { restApiId, resourceId });
});

test('a snapshot comes back from the database as it was, whatever the order of its keys there', async () => {
  const { snapshot, hash } = await syncWorkingCopy(ctx, restApiId);
  await forget(snapshot);
  const read = await readSnapshot(ctx.db, hash);
  expect(read).not.toBe(snapshot);
  expect(JSON.stringify(read)).toBe(JSON.stringify(snapshot));
  expect(hashOf(read)).toBe(hash);
});

test('snapshots go once nothing refers to them and they are old', async () => {
  const { snapshot, hash: working } = await syncWorkingCopy(ctx, restApiId);
  const [orphan, young, touched, base] = await Promise.all(
    ['orphan', 'young', 'touched', 'base'].map((description) =>
      keepSnapshot(ctx.db, { ...snapshot, api: { ...snapshot.api, description } }),
    ),
  );
  if (!orphan || !young || !touched || !base) throw new Error('not kept');
  await ctx.db.insert(changeSets).values({ restApiId, name: 'a', authorName: 'a', edits: [], baseHash: base });
  await ctx.db.update(snapshots).set({ createdAt: sql`now() - interval '2 hours'` });
  await ctx.db.update(snapshots).set({ createdAt: sql`now()` }).where(eq(snapshots.hash, young));
  await keepSnapshot(ctx.db, { ...snapshot, api: { ...snapshot.api, description: 'touched' } });
  expect(await dropOrphans(ctx.db)).toBeGreaterThan(0);
  expect(await Promise.all([orphan, young, touched, base, working].map(stored))).toEqual([
    false,
    true,
    true,
    true,
    true,
  ]);
  expect((await readWorkingCopy(ctx.db, restApiId))?.hash).toBe(working);
});

test('the working copy that was just replaced stays for a while: a draft may be about to begin on it', async () => {
  const { hash } = await syncWorkingCopy(ctx, restApiId);
  await ctx.db.update(snapshots).set({ createdAt: sql`now() - interval '2 hours'` });
  const resourceId = await addResource('replacing');
  expect((await syncWorkingCopy(ctx, restApiId)).hash).not.toBe(hash);
  await dropOrphans(ctx.db);
  expect(await stored(hash)).toBe(true);
  await deleteResource(ctx.aws, { restApiId, resourceId });
});

test('an API that is not there: said, and nothing stored', async () => {
  await expect(syncWorkingCopy(ctx, 'nope123456')).rejects.toMatchObject({ kind: 'not-found' });
  expect(await readWorkingCopy(ctx.db, 'nope123456')).toBeNull();
});

test('without a permission for Lambda there are no functions to choose from, and no failure', async () => {
  const denied = { kind: 'error', status: 403, code: 'AccessDeniedException', message: 'not authorized to perform' };
  await box.fault({ service: 'lambda', operation: 'ListFunctions', ...denied });
  expect(await syncInventory(ctx)).toEqual({ failed: [] });
  expect(await readInventory(ctx.db, 'lambda-function')).toEqual([]);
  await box.admin('DELETE', 'faults');
});
