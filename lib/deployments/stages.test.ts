import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { createDeployment } from '@/lib/aws/api-gateway/create-deployment';
import { getStage } from '@/lib/aws/api-gateway/get-stage';
import { updateStage } from '@/lib/aws/api-gateway/update-stage';
import { readInventory } from '@/lib/inventory/read-inventory';
import { createStage } from './create-stage';
import { deploy } from './deploy';
import { listDeployments } from './list-deployments';
import { listStageEvents } from './list-stage-events';
import { promote } from './promote';
import { rollBack } from './roll-back';
import { type GatewayWorld, startGatewayWorld } from './testing/gateway-world';

let world: GatewayWorld;
let first: string;
beforeAll(async () => {
  world = await startGatewayWorld();
  first = (await live('prod')) ?? '';
});
afterAll(() => world.stop());
beforeEach(() => world.box.admin('DELETE', 'faults'));

const live = async (stage: string) => {
  return (await getStage(world.ctx.aws, { restApiId: world.restApiId, stage }))?.deploymentId;
};
const events = (stage: string) => listStageEvents(world.ctx.db, world.restApiId, stage);
const cached = async (name: string) => {
  return (await readInventory(world.ctx.db, 'stage')).find((stage) => stage.name === name);
};

describe('roll back', () => {
  test('points the stage at what it served before, at once, also while a change set is being applied', async () => {
    const { ctx } = world;
    await world.change('image/png');
    const { deploymentId: second } = await deploy(ctx, { stage: 'prod', description: 'bad' });
    const changeSet = await world.applying();
    await rollBack(ctx, { stage: 'prod', deploymentId: first });
    await changeSet.end();
    expect(await live('prod')).toBe(first);
    expect((await cached('prod'))?.deploymentId).toBe(first);
    expect(await world.undeployed('prod')).toBe(1);
    expect((await events('prod'))[0]).toMatchObject({ deploymentId: first, reason: 'rolled-back', differences: 1 });
    expect(await world.audit(1)).toMatchObject([
      { action: 'stage.rolled-back', result: 'ok', before: { deploymentId: second }, after: { deploymentId: first } },
    ]);
  });

  test('works although the first answer was lost', async () => {
    const [newest] = await listDeployments(world.ctx.db, world.restApiId);
    await world.box.fault({ service: 'apigateway', operation: 'UpdateStage', kind: 'reset-after', count: 1 });
    await rollBack(world.ctx, { stage: 'prod', deploymentId: newest?.id ?? '' });
    expect(await live('prod')).toBe(newest?.id);
    // None of the answers comes: AWS is asked what the stage serves.
    await world.box.fault({ service: 'apigateway', operation: 'UpdateStage', kind: 'reset-after' });
    await rollBack(world.ctx, { stage: 'prod', deploymentId: first });
    await world.box.admin('DELETE', 'faults');
    expect((await events('prod'))[0]).toMatchObject({ reason: 'rolled-back', deploymentId: first });
  });

  test('refuses what AWS does not have, and what is live', async () => {
    await expect(rollBack(world.ctx, { stage: 'prod', deploymentId: 'nope12' })).rejects.toMatchObject({
      code: 'not-found',
      message: 'AWS has no deployment nope12 any more.',
    });
    await expect(rollBack(world.ctx, { stage: 'prod', deploymentId: first })).rejects.toMatchObject({
      code: 'conflict',
      message: 'prod serves this deployment already.',
    });
  });

  test('keeps what it takes off the stage, though nobody knew it yet', async () => {
    const { ctx, restApiId } = world;
    const outside = await createDeployment(ctx.aws, { restApiId, stage: 'prod', description: 'by hand' });
    await rollBack(ctx, { stage: 'prod', deploymentId: first });
    const list = await listDeployments(ctx.db, restApiId);
    expect(list.find(({ id }) => id === outside.id)).toMatchObject({ snapshot: 'exported', description: 'by hand' });
  });
});

describe('create and promote', () => {
  test('a stage of the working copy, with variables', async () => {
    const { ctx } = world;
    const variables = { a: '1', apiToken: 'hush' };
    await createStage(ctx, { name: 'test', deploymentId: null, description: 'For tests', variables });
    expect(await cached('test')).toMatchObject({ description: 'For tests', variables });
    expect(await getStage(ctx.aws, { restApiId: world.restApiId, stage: 'test' })).toMatchObject({
      description: 'For tests',
      variables,
    });
    expect(await events('test')).toMatchObject([{ reason: 'created', actor: 'op@example.com' }]);
    expect(await world.undeployed('test')).toBe(0);
    expect(await world.audit(1)).toMatchObject([{ action: 'stage.created', resourceId: 'test', result: 'ok' }]);
    const [, intent] = await world.audit(2);
    expect(intent).toMatchObject({ after: { variables: { a: '1', apiToken: '[removed]' } } });
    await world.sync();
    expect(await events('test')).toHaveLength(1);
  });

  test('a stage of a deployment that is there, although the answer was lost', async () => {
    const { ctx } = world;
    await world.box.fault({ service: 'apigateway', operation: 'CreateStage', kind: 'reset-after', count: 1 });
    await createStage(ctx, { name: 'old', deploymentId: first, description: '', variables: {} });
    expect(await live('old')).toBe(first);
    expect(await events('old')).toMatchObject([{ reason: 'created', deploymentId: first }]);
  });

  test('a name that is taken', async () => {
    const taken = createStage(world.ctx, { name: 'prod', deploymentId: null, description: '', variables: {} });
    await expect(taken).rejects.toMatchObject({ code: 'invalid', options: { fields: { name: expect.any(String) } } });
  });

  test('what one stage serves goes to another, whose variables stay', async () => {
    const { ctx } = world;
    const tested = await live('test');
    const stale = promote(ctx, { from: 'test', to: 'prod', deploymentId: first });
    await expect(stale).rejects.toMatchObject({ message: expect.stringContaining('serves another deployment by now') });
    await promote(ctx, { from: 'test', to: 'prod', deploymentId: tested ?? '' });
    expect(await live('prod')).toBe(tested);
    expect(await cached('prod')).toMatchObject({ deploymentId: tested, variables: { environment: 'production' } });
    expect((await events('prod'))[0]).toMatchObject({ reason: 'promoted', deploymentId: tested });
    expect(await world.audit(1)).toMatchObject([
      { action: 'stage.promoted', after: { deploymentId: tested, from: 'test' } },
    ]);
    await expect(promote(ctx, { from: 'test', to: 'prod', deploymentId: tested ?? '' })).rejects.toMatchObject({
      code: 'conflict',
    });
    const changeSet = await world.applying();
    await expect(promote(ctx, { from: 'old', to: 'prod', deploymentId: first })).rejects.toMatchObject({
      message: `Change set #${changeSet.number} is being applied.`,
    });
    await changeSet.end();
  });
});

describe('what others do', () => {
  test('a stage that was pointed elsewhere, and back', async () => {
    const { ctx, restApiId } = world;
    const at = { restApiId, stage: 'prod' };
    const ours = (await live('prod')) ?? '';
    const theirs = await createDeployment(ctx.aws, { restApiId, stage: 'prod', description: 'theirs' });
    await world.sync();
    expect((await events('prod'))[0]).toMatchObject({
      reason: 'outside',
      deploymentId: theirs.id,
      actor: null,
      at: theirs.createdAt,
    });
    await updateStage(ctx.aws, at, [{ op: 'replace', path: '/deploymentId', value: ours }]);
    await world.sync();
    const [back, there] = await events('prod');
    expect(back).toMatchObject({ reason: 'outside', deploymentId: ours });
    expect(Date.parse(back?.at ?? '')).toBeGreaterThanOrEqual(Date.parse(there?.at ?? ''));
    expect(await world.sync()).toEqual({ failed: [] });
    expect((await events('prod'))[0]?.id).toBe(back?.id);
  });

  test('a sync amid our deployment does not take it for theirs', async () => {
    const { ctx, restApiId } = world;
    const before = (await events('prod')).length;
    const made = await createDeployment(ctx.aws, { restApiId, stage: 'prod', description: 'ours' });
    await world.sync(); // sees it before we can note it
    await deploy(ctx, { stage: 'prod', description: 'ours', since: new Date(Date.parse(made.createdAt)) });
    const after = await events('prod');
    expect(after).toHaveLength(before + 1);
    expect(after[0]).toMatchObject({ reason: 'deployed', deploymentId: made.id, actor: 'op@example.com' });
  });
});
