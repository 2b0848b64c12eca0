import { setTimeout as sleep } from 'node:timers/promises';
import { and, eq } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { createDeployment } from '@/lib/aws/api-gateway/create-deployment';
import { getDeployments } from '@/lib/aws/api-gateway/get-deployments';
import { getStage } from '@/lib/aws/api-gateway/get-stage';
import { deployments } from '@/lib/db/schema';
import { readInventory } from '@/lib/inventory/read-inventory';
import { readSnapshot } from '@/lib/inventory/snapshots';
import { syncWorkingCopy } from '@/lib/inventory/sync-working-copy';
import { deploy } from './deploy';
import { listDeployments } from './list-deployments';
import { listStageEvents } from './list-stage-events';
import { type GatewayWorld, startGatewayWorld } from './testing/gateway-world';

let world: GatewayWorld;
beforeAll(async () => {
  world = await startGatewayWorld();
});
afterAll(() => world.stop());
beforeEach(async () => {
  await world.box.admin('DELETE', 'faults');
  await world.box.admin('DELETE', 'calls');
});

const live = async () => (await getStage(world.ctx.aws, { restApiId: world.restApiId, stage: 'prod' }))?.deploymentId;
const count = async () => (await getDeployments(world.ctx.aws, world.restApiId)).length;
async function row(id: string) {
  const isIt = and(eq(deployments.restApiId, world.restApiId), eq(deployments.id, id));
  const [found] = await world.ctx.db.select().from(deployments).where(isIt);
  return found;
}

test('a change is not live until it is deployed, and then all of it is known', async () => {
  const { ctx, restApiId } = world;
  expect(await world.undeployed('prod')).toBe(0);
  await world.change('image/png');
  const working = await syncWorkingCopy(ctx, restApiId);
  expect(await world.undeployed('prod')).toBe(1);
  const before = await live();

  const made = await deploy(ctx, { stage: 'prod', description: 'Pictures', expectedHash: working.hash });
  expect(made).toEqual({ deploymentId: await live(), snapshot: 'kept' });
  expect(await world.undeployed('prod')).toBe(0);
  const kept = await row(made.deploymentId);
  expect(kept).toMatchObject({ description: 'Pictures', authorName: 'op@example.com', snapshotSource: 'kept' });
  const snapshot = await readSnapshot(ctx.db, kept?.snapshotHash ?? '');
  expect(snapshot).toEqual({ ...working.snapshot, stages: {} });
  expect((await readInventory(ctx.db, 'stage')).find(({ name }) => name === 'prod')).toMatchObject({
    deploymentId: made.deploymentId,
  });
  expect(await listStageEvents(ctx.db, restApiId, 'prod')).toMatchObject([
    { deploymentId: made.deploymentId, reason: 'deployed', actor: 'op@example.com', differences: 1 },
    { deploymentId: before, reason: 'outside', actor: null, differences: null },
  ]);
  const [newest, ...others] = await listDeployments(ctx.db, restApiId);
  expect(newest).toMatchObject({
    id: made.deploymentId,
    author: 'op@example.com',
    snapshot: 'kept',
    servedBy: ['prod'],
  });
  const outside = others.find(({ id }) => id === before);
  expect(outside).toMatchObject({ author: null, snapshot: 'exported' });
  expect(outside?.servedBy).not.toContain('prod');
  expect(await world.audit(2)).toMatchObject([
    {
      action: 'stage.deployed',
      phase: 'outcome',
      result: 'ok',
      resourceId: 'prod',
      before: { deploymentId: before },
      after: { deploymentId: made.deploymentId, description: 'Pictures' },
      awsCalls: expect.arrayContaining([expect.objectContaining({ operation: 'CreateDeployment' })]),
    },
    { action: 'stage.deployed', phase: 'intent' },
  ]);
  await world.sync();
  expect(await listStageEvents(ctx.db, restApiId, 'prod')).toHaveLength(2);
});

describe('what is refused', () => {
  test('a working copy that is not the one that was looked at', async () => {
    const { hash } = await world.working();
    await world.change('image/gif');
    const deployed = deploy(world.ctx, { stage: 'prod', description: null, expectedHash: hash });
    await expect(deployed).rejects.toMatchObject({
      code: 'conflict',
      message: 'The working copy has changed since you looked at it.',
    });
    expect(await world.box.calls('CreateDeployment')).toEqual([]);
  });

  test('a stage that is not there', async () => {
    await expect(deploy(world.ctx, { stage: 'nope', description: null })).rejects.toMatchObject({
      code: 'not-found',
      message: 'The gateway has no stage nope.',
    });
  });

  test('anything while a change set is being applied, except on its behalf', async () => {
    const changeSet = await world.applying();
    await expect(deploy(world.ctx, { stage: 'prod', description: null })).rejects.toMatchObject({
      code: 'conflict',
      message: `Change set #${changeSet.number} is being applied.`,
    });
    const made = await deploy(world.ctx, { stage: 'prod', description: null, changeSetId: changeSet.id });
    await changeSet.end();
    expect((await listDeployments(world.ctx.db, world.restApiId))[0]).toMatchObject({
      id: made.deploymentId,
      changeSetNumber: changeSet.number,
    });
  });
});

test('a change set that begins while the gateway is read', async () => {
  const { ctx, box } = world;
  const before = await count();
  await box.fault({ service: 'apigateway', operation: 'GetModels', kind: 'latency', latencyMs: 600, count: 1 });
  const deploying = deploy(ctx, { stage: 'prod', description: null });
  deploying.catch(() => undefined);
  await sleep(200);
  const changeSet = await world.applying();
  await expect(deploying).rejects.toMatchObject({ message: `Change set #${changeSet.number} is being applied.` });
  await changeSet.end();
  expect(await count()).toBe(before);
});

describe('an answer that was lost', () => {
  test('after the deployment: it is found, not made again', async () => {
    const before = await count();
    await world.box.fault({ service: 'apigateway', operation: 'CreateDeployment', kind: 'reset-after', count: 1 });
    const made = await deploy(world.ctx, { stage: 'prod', description: 'once' });
    expect(made.deploymentId).toBe(await live());
    expect(await count()).toBe(before + 1);
  });

  test('before it: it is made', async () => {
    const before = await count();
    await world.box.fault({ service: 'apigateway', operation: 'CreateDeployment', kind: 'reset-before', count: 1 });
    const made = await deploy(world.ctx, { stage: 'prod', description: 'once' });
    expect(made.deploymentId).toBe(await live());
    expect(await count()).toBe(before + 1);
  });

  test('and AWS stays away: the failure is told and noted, the stage as it was', async () => {
    const before = await live();
    await world.box.fault({ service: 'apigateway', operation: 'CreateDeployment', kind: 'reset-before' });
    await expect(deploy(world.ctx, { stage: 'prod', description: 'never' })).rejects.toMatchObject({
      kind: 'unreachable',
    });
    expect(await live()).toBe(before);
    expect(await world.audit(1)).toMatchObject([{ action: 'stage.deployed', result: 'failed' }]);
  });

  test('because this process died: whoever takes it up again finds it', async () => {
    const { ctx, restApiId } = world;
    const since = new Date();
    const lost = await createDeployment(ctx.aws, { restApiId, stage: 'prod', description: 'Change set #7' });
    await world.sync();
    expect((await row(lost.id))?.authorName).toBeNull();
    const again = await deploy(ctx, { stage: 'prod', description: 'Change set #7', since });
    expect(again.deploymentId).toBe(lost.id);
    expect((await row(lost.id))?.authorName).toBe('op@example.com');
    expect((await listStageEvents(ctx.db, restApiId, 'prod'))[0]).toMatchObject({ reason: 'deployed' });
    // It has been taken; another one is made.
    const third = await deploy(ctx, { stage: 'prod', description: 'Change set #7', since });
    expect(third.deploymentId).not.toBe(lost.id);
  });
});

describe('somebody changes the working copy around the deployment', () => {
  test('then what was deployed is read from AWS', async () => {
    const { ctx, restApiId } = world;
    const stale = await syncWorkingCopy(ctx, restApiId);
    await world.change('image/webp');
    const made = await deploy(ctx, { stage: 'prod', description: null, working: stale });
    expect(made.snapshot).toBe('exported');
    const kept = await row(made.deploymentId);
    const snapshot = await readSnapshot(ctx.db, kept?.snapshotHash ?? '');
    expect(snapshot.api.binaryMediaTypes).toContain('image/webp');
    expect(await world.undeployed('prod')).toBe(0);
  });

  test('and AWS can not be read: it is deployed all the same, and known after the next sync', async () => {
    const { ctx, restApiId } = world;
    const working = await syncWorkingCopy(ctx, restApiId);
    await world.box.fault({ service: 'apigateway', operation: 'GetResources', kind: 'html', status: 502 });
    const made = await deploy(ctx, { stage: 'prod', description: null, working });
    expect(made.snapshot).toBe('unknown');
    expect(await world.undeployed('prod')).toBe(null);
    await world.box.admin('DELETE', 'faults');
    await world.sync();
    expect((await row(made.deploymentId))?.snapshotSource).toBe('exported');
    expect(await world.undeployed('prod')).toBe(0);
  });
});
