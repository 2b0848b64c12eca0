import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { applyChangeSet } from '@/lib/changes/apply-change-set';
import { importAsChangeSet } from '@/lib/changes/import-as-change-set';
import { restoreAsChangeSet } from '@/lib/changes/restore-as-change-set';
import { reviewChangeSet } from '@/lib/changes/review-change-set';
import { saveEdits } from '@/lib/changes/save-edits';
import { type ChangeWorld, changeWorld, wordsBetween } from '@/lib/changes/testing/change-world';
import { putMethod, removeMethod, setIntegration } from '@/lib/changes/testing/edits';
import { changeSets, deployments, users } from '@/lib/db/schema';
import { deploy } from '@/lib/deployments/deploy';
import { syncDeployments } from '@/lib/deployments/sync-deployments';
import { applyEdits } from '@/lib/gateway/apply-edits';
import { deployable } from '@/lib/gateway/deployable';
import type { Edit } from '@/lib/gateway/edits';
import { toOpenApi } from '@/lib/gateway/openapi/to-open-api';

let world: ChangeWorld;
beforeAll(async () => {
  world = await changeWorld();
  await deploy(world.olga, { stage: 'prod', description: 'As it is' });
});
afterAll(() => world.stop());
beforeEach(async () => {
  await world.db.delete(changeSets);
  await world.db.update(users).set({ currentChangeSetId: null });
});

const save = (edits: Edit[]) => saveEdits(world.olga, { number: null, version: null, edits, summary: 'A save' });
const prodOf = ({ stages }: Awaited<ReturnType<typeof reviewChangeSet>>) => stages.find(({ name }) => name === 'prod');

describe('the review', () => {
  it('tells a draft by route, whom it reaches, what it costs, and what else would go live', async () => {
    await world.changeOutside('/service2', 7_100);
    await world.look();
    const { number } = await save([
      setIntegration('/service1', 'timeoutMs', 5_000),
      putMethod('/review', 'GET'),
      { op: 'set', subject: { kind: 'stage', name: 'prod' }, field: 'variables', key: 'level', value: 'x' },
    ]);
    const review = await reviewChangeSet(world.db, number, null);
    expect(review.groups.map(({ kind, title, differences }) => [kind, title, differences.length])).toEqual([
      ['route', '/review', 1],
      ['route', 'GET /review', 1],
      ['route', 'ANY /service1', 1],
      ['stage', 'Stage prod', 1],
    ]);
    expect(review.groups.flatMap(({ differences }) => differences).every(({ open }) => open)).toBe(true);
    expect(review.plan.calls.map(({ call }) => call.operation)).toContain('UpdateStage');
    expect(review.plan.durationMs).toBeGreaterThanOrEqual(0);
    const reached = review.affected.find(({ path }) => path === '/service1');
    expect(reached?.domains).toContainEqual({
      url: 'https://customer1.example.com/service1',
      tenantSlug: 'customer1',
      tenantName: 'Customer One',
      stage: 'prod',
    });
    const prod = prodOf(review);
    expect(prod).toMatchObject({ serves: false, differsAfterwards: 4, tenants: expect.any(Number) });
    expect(prod?.tenants).toBeGreaterThanOrEqual(1);
    expect(prod?.alsoShips).toMatchObject([{ subject: { path: '/service2' }, field: 'timeoutMs', after: 7_100 }]);
    expect(review).toMatchObject({ moved: false, conflicts: [], previousVersion: 1 });
    expect(review.versions).toMatchObject([
      { version: 2, summary: 'A save', author: 'olga@example.com' },
      { version: 1, summary: 'Begun' },
    ]);
    expect(JSON.parse(JSON.stringify(review))).toEqual(review);
  });

  it('of one that is applied and deployed still tells what it changed', async () => {
    const { number, version } = await save([setIntegration('/service1', 'timeoutMs', 5_500)]);
    await applyChangeSet(world.olga, { number, version, deployTo: null, description: '' });
    await world.runOnce();
    const applied = await reviewChangeSet(world.db, number, null);
    expect(applied.differences).toMatchObject([{ field: 'timeoutMs', after: 5_500 }]);
    expect(applied.plan.calls).toEqual([]);
    expect(applied.groups[0]?.differences).toMatchObject([{ open: false }]);
    expect(prodOf(applied)).toMatchObject({ serves: false });
    await deploy(world.olga, { stage: 'prod', description: null });
    expect(prodOf(await reviewChangeSet(world.db, number, null))).toMatchObject({
      serves: true,
      alsoShips: expect.any(Array),
      differsAfterwards: 0,
    });
  });

  it('of one that stands half done tells what is open', async () => {
    const { number, version } = await save([
      putMethod('/half', 'GET'),
      setIntegration('/service1', 'timeoutMs', 5_600),
    ]);
    await applyChangeSet(world.olga, { number, version, deployTo: null, description: '' });
    const refusal = { kind: 'error', status: 400, code: 'BadRequestException', message: 'No' };
    await world.box.fault({ service: 'apigateway', operation: 'UpdateIntegration', ...refusal });
    await world.runOnce();
    await world.box.admin('DELETE', 'faults');
    const { groups, changeSet, plan } = await reviewChangeSet(world.db, number, null);
    expect(changeSet.state).toBe('stopped');
    const open = groups.flatMap(({ title, differences }) => differences.map((one) => [title, one.open]));
    expect(open).toEqual([
      ['/half', false],
      ['GET /half', false],
      ['ANY /service1', true],
    ]);
    expect(plan.calls.map(({ call }) => call.operation)).toEqual(['UpdateIntegration']);
  });
});

describe('restoring a deployment', () => {
  it('makes a draft that brings the working copy back, and leaves the stages alone', async () => {
    await deploy(world.olga, { stage: 'prod', description: 'Good' });
    const good = await world.look();
    const [{ id } = { id: '' }] = await world.db.select().from(deployments).where(eq(deployments.description, 'Good'));
    await expect(restoreAsChangeSet(world.olga, { deploymentId: id })).rejects.toMatchObject({ code: 'conflict' });
    const { number, version } = await save([
      removeMethod('/service1', 'ANY'),
      putMethod('/bad', 'GET'),
      { op: 'set', subject: { kind: 'stage', name: 'prod' }, field: 'variables', key: 'level', value: 'y' },
    ]);
    await applyChangeSet(world.olga, { number, version, deployTo: 'prod', description: 'Bad' });
    await world.runOnce();
    const restored = await restoreAsChangeSet(world.olga, { deploymentId: id });
    const { draft, working } = await world.view(world.olga);
    expect(draft?.changeSet).toMatchObject({ number: restored.number, name: `Restore deployment ${id}` });
    if (!draft) throw new Error('no draft');
    expect(wordsBetween(deployable(draft.snapshot), deployable(good))).toEqual([]);
    expect(draft.snapshot.stages).toEqual(working.stages);
  });

  it('is refused where nobody knows what is in it', async () => {
    await world.db.insert(deployments).values({ restApiId: world.restApiId, id: 'unknown1', createdAt: new Date() });
    await expect(restoreAsChangeSet(world.olga, { deploymentId: 'unknown1' })).rejects.toMatchObject({
      code: 'not-found',
      message: expect.stringContaining('not known'),
    });
    await expect(restoreAsChangeSet(world.olga, { deploymentId: 'never' })).rejects.toMatchObject({
      code: 'not-found',
    });
    await syncDeployments(world.olga, world.restApiId);
  });
});

describe('importing a document', () => {
  it('makes a draft of what it changes, and leaves the operator in the one they work in', async () => {
    const { number: mine } = await save([putMethod('/mine', 'GET')]);
    const { working } = await world.view(world.olga);
    const wanted = applyEdits(working, [putMethod('/imported', 'GET'), removeMethod('/service2', 'ANY')]);
    const text = JSON.stringify(toOpenApi(wanted, { format: 'oas30' }));
    const imported = await importAsChangeSet(world.olga, { text, mode: 'overwrite', name: 'From the team' });
    expect(imported).toMatchObject({ number: mine + 1, differences: expect.any(Number) });
    const view = await world.view(world.olga, imported.number);
    if (!view.draft) throw new Error('no draft');
    expect(view.draft.changeSet.name).toBe('From the team');
    expect(wordsBetween(deployable(view.draft.snapshot), deployable(wanted))).toEqual([]);
    expect((await world.view(world.olga)).draft?.changeSet.number).toBe(mine);
  });

  it('names the places that can not be understood', async () => {
    const text = JSON.stringify({ openapi: '3.0.1', info: { title: 'x' }, paths: { 'no-slash': { get: {} } } });
    const refused = importAsChangeSet(world.olga, { text, mode: 'merge', name: '' });
    await expect(refused).rejects.toMatchObject({ code: 'invalid', options: { fields: expect.any(Object) } });
    await expect(importAsChangeSet(world.olga, { text: '{', mode: 'merge', name: '' })).rejects.toMatchObject({
      code: 'invalid',
    });
    expect(await world.db.$count(changeSets)).toBe(0);
  });
});
