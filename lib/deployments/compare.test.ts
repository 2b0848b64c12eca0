import { afterAll, beforeAll, expect, test } from 'vitest';
import type { GatewayView } from '@/lib/changes/model';
import { applyEdits } from '@/lib/gateway/apply-edits';
import { readSnapshot } from '@/lib/inventory/snapshots';
import { syncWorkingCopy } from '@/lib/inventory/sync-working-copy';
import { compareSides } from './compare';
import { deploy } from './deploy';
import { readStages } from './read-stages';
import { type GatewayWorld, startGatewayWorld } from './testing/gateway-world';

let world: GatewayWorld;
beforeAll(async () => {
  world = await startGatewayWorld();
});
afterAll(() => world.stop());

async function view(): Promise<GatewayView> {
  const { ctx, restApiId } = world;
  const { snapshot, hash, ids, seenAt } = await world.working();
  const stages = await Promise.all(
    (await readStages(ctx.db, restApiId)).map(async ({ liveHash, ...stage }) => ({
      ...stage,
      live: liveHash === null ? null : await readSnapshot(ctx.db, liveHash),
    })),
  );
  const draft = applyEdits(snapshot, [
    { op: 'set', subject: { kind: 'stage', name: 'prod' }, field: 'tracing', key: null, value: true },
  ]);
  const changeSet = {
    id: 'a',
    number: 12,
    restApiId,
    name: 'Tracing',
    description: null,
    author: { id: null, name: 'op' },
    state: 'draft' as const,
    version: 1,
    edits: [],
    baseHash: hash,
    createdAt: '',
    updatedAt: '',
    appliedAt: null,
    appliedBy: null,
    deployStage: null,
    deployDescription: null,
    deploymentId: null,
    failure: null,
  };
  return {
    restApiId,
    region: 'us-east-1',
    seenAt: seenAt.toISOString(),
    working: snapshot,
    workingHash: hash,
    ids,
    stages,
    draft: { changeSet, snapshot: draft, conflicts: [] },
  };
}

test('any two sides are compared, deployed ones by what a deployment copies', async () => {
  const { ctx, restApiId } = world;
  const first = await deploy(ctx, { stage: 'prod', description: null });
  await world.change('image/png');
  await syncWorkingCopy(ctx, restApiId);
  const now = await view();
  const changed = async (left: string, right: string) => {
    const compared = await compareSides(ctx.db, now, left, right);
    if ('unknown' in compared) return compared.unknown;
    return compared.differences.map((one) =>
      one.change === 'changed' ? `${one.field} ${one.key ?? ''}`.trim() : one.change,
    );
  };
  expect(await changed('working', 'working')).toEqual([]);
  expect(await changed('stage:prod', 'working')).toEqual([expect.stringMatching(/^binaryMediaTypes/)]);
  expect(await changed(`deployment:${first.deploymentId}`, 'stage:prod')).toEqual([]);
  // A stage's settings are no part of what it serves.
  expect(await changed('working', 'draft:12')).toEqual(['tracing']);
  expect(await changed('stage:prod', 'draft:12')).toEqual(await changed('stage:prod', 'working'));
});

test('what is not there or not known is said', async () => {
  const now = await view();
  const blind = { ...now, stages: now.stages.map((stage) => ({ ...stage, live: null })) };
  const said = async (on: GatewayView, side: string) => {
    const compared = await compareSides(world.ctx.db, on, 'working', side);
    return 'unknown' in compared ? compared.unknown : null;
  };
  expect(await said(now, 'draft:13')).toBe('Change set #13 is not open.');
  expect(await said(now, 'stage:nope')).toBe('The gateway has no stage nope.');
  expect(await said(blind, 'stage:prod')).toBe('What prod serves could not be read from AWS yet.');
  expect(await said(now, 'deployment:nope')).toBe('There is no deployment nope.');
  expect(await said(now, 'nonsense')).toBe('There is nothing of this name to compare.');
});
