import { eq, sql } from 'drizzle-orm';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { applyChangeSet } from '@/lib/changes/apply-change-set';
import { createDraft } from '@/lib/changes/create-draft';
import { readProgress } from '@/lib/changes/read-progress';
import { type ChangeWorld, changeWorld, wordsBetween } from '@/lib/changes/testing/change-world';
import { mockMethod, putMethod, setHeader, setIntegration } from '@/lib/changes/testing/edits';
import { undoApply } from '@/lib/changes/undo-apply';
import { onWakeChangeApplier } from '@/lib/changes/wake';
import { changeSets, deployments, users } from '@/lib/db/schema';
import { applyEdits } from '@/lib/gateway/apply-edits';
import type { Edit } from '@/lib/gateway/edits';
import type { Snapshot } from '@/lib/gateway/model';

let world: ChangeWorld;
let first: Snapshot;
beforeAll(async () => {
  world = await changeWorld();
});
afterAll(() => world.stop());
beforeEach(async () => {
  await world.db.delete(changeSets);
  await world.db.update(users).set({ currentChangeSetId: null });
  first = await world.look();
});
afterEach(() => world.box.admin('DELETE', 'faults'));

let count = 0;
/** A route that no other test has, and a header. */
function someEdits(): Edit[] {
  count += 1;
  return [putMethod(`/apply-${count}/{id}`, 'GET'), setHeader('/service1', `X-Test-${count}`, "'1'")];
}

const _patience = { timeout: 30_000, interval: 20 };
const _fault = (operation: string, more: object) => world.box.fault({ service: 'apigateway', operation, ...more });
const _refusal = { kind: 'error', status: 400, code: 'BadRequestException', message: 'Invalid mapping expression' };

describe('applying', () => {
  it('writes its rows under the click that asked for it', async () => {
    const asking = { ...world.olga, correlationId: 'one click' };
    const draft = await world.draft(someEdits());
    const { number } = await applyChangeSet(asking, { ...draft, deployTo: 'prod', description: '' });
    expect(await world.runOnce()).toBe(true);
    expect((await world.row(number)).state).toBe('applied');
    const { rows } = await world.db.execute<{ action: string }>(
      sql`select action from audit_events where correlation_id = 'one click' order by id`,
    );
    const intents = ['change-set.apply-requested', 'change-set.applied', 'stage.deployed'];
    expect(rows.map(({ action }) => action)).toEqual(expect.arrayContaining(intents));
    expect((await world.events(number)).filter((row) => row.action === 'change-set.applied')).toMatchObject([
      { phase: 'intent', correlationId: 'one click' },
      { phase: 'outcome', correlationId: 'one click' },
    ]);
  });

  it('changes the working copy, call by call, and what pages show of it', async () => {
    const edits = someEdits();
    let woken = 0;
    const forget = onWakeChangeApplier(() => {
      woken += 1;
    });
    const number = await world.request(edits);
    forget();
    expect(woken).toBe(1);
    expect(await readProgress(world.db, number)).toMatchObject({ state: 'applying', steps: [] });
    expect(await world.runOnce()).toBe(true);
    expect(await world.runOnce()).toBe(false);
    const { working, draft: none } = await world.view(world.olga);
    expect(wordsBetween(working, applyEdits(first, edits))).toEqual([]);
    expect(wordsBetween(await world.look(), working)).toEqual([]);
    expect(none).toBeNull();
    const { steps, ...progress } = await readProgress(world.db, number);
    expect(progress).toMatchObject({ state: 'applied', failure: null, remainingMs: 0, retryAt: null, doneBefore: 0 });
    expect(steps.map(({ state }) => state)).toEqual(steps.map(() => 'done'));
    expect(steps.map(({ operation }) => operation)).toEqual([
      'GetResources',
      'CreateResource',
      'CreateResource',
      'PutMethod',
      'PutMethodResponse',
      'PutIntegration',
      'PutIntegrationResponse',
      'UpdateIntegration',
      'GetResources',
    ]);
    for (const step of steps) expect(step.requestId).toMatch(/^[\w-]{8,}$/);
    expect(await world.row(number)).toMatchObject({ appliedByName: 'olga@example.com', leaseOwner: null });
    expect(await world.events(number)).toMatchObject([
      { action: 'change-set.created' },
      { action: 'change-set.edited' },
      { action: 'change-set.apply-requested', after: { changes: expect.any(Array) } },
      { action: 'change-set.applied', phase: 'intent', actorName: 'olga@example.com', actorKind: 'user' },
      { action: 'change-set.applied', phase: 'outcome', result: 'ok' },
    ]);
    const calls = (await world.events(number)).at(-1)?.awsCalls ?? [];
    expect(calls.filter(({ operation }) => !operation.startsWith('Get'))).toHaveLength(7);
  });

  it('deploys, on behalf of who asked for it, and the stage serves it', async () => {
    const number = await world.request(someEdits(), 'prod', 'New header');
    await world.runOnce();
    const row = await world.row(number);
    expect(row).toMatchObject({ state: 'applied', deployStage: 'prod', deploymentId: expect.any(String) });
    const [deployment] = await world.db
      .select()
      .from(deployments)
      .where(eq(deployments.id, row.deploymentId ?? ''));
    expect(deployment).toMatchObject({
      description: 'New header',
      authorName: 'olga@example.com',
      changeSetId: row.id,
      snapshotSource: 'kept',
    });
    const { stages, working } = await world.view(world.olga);
    const prod = stages.find(({ name }) => name === 'prod');
    expect(prod?.deploymentId).toBe(row.deploymentId);
    expect(prod?.live?.resources).toEqual(working.resources);
  });

  it('is one at a time: the other one hears who is at it', async () => {
    const number = await world.request(someEdits());
    const other = await world.draft([setIntegration('/service2', 'timeoutMs', 9_000)], world.omar);
    await expect(applyChangeSet(world.omar, { ...other, deployTo: null, description: '' })).rejects.toMatchObject({
      code: 'conflict',
      message: expect.stringMatching(new RegExp(`#${number} “.*” is being applied right now, for olga@example.com`)),
    });
    await world.runOnce();
    await applyChangeSet(world.omar, { ...other, deployTo: null, description: '' });
    await world.runOnce();
    expect((await world.row(other.number)).state).toBe('applied');
  });

  it('refuses what was saved meanwhile, an unknown stage, and nothing', async () => {
    const { number, version } = await world.draft(someEdits());
    const apply = (over: object) =>
      applyChangeSet(world.olga, { number, version, deployTo: null, description: '', ...over });
    await expect(apply({ version: version - 1 })).rejects.toMatchObject({ code: 'conflict' });
    await expect(apply({ deployTo: 'beta' })).rejects.toMatchObject({
      options: { fields: { deployTo: expect.any(String) } },
    });
    const empty = await createDraft(world.olga, { name: 'Empty', description: '' });
    await expect(apply({ number: empty.number, version: 1 })).rejects.toMatchObject({
      code: 'invalid',
      message: expect.stringContaining('nothing to apply'),
    });
    await apply({});
    await expect(apply({})).rejects.toMatchObject({ message: expect.stringContaining('is being applied') });
    await world.runOnce();
  });

  it('two appliers at once: one does it, once', async () => {
    const number = await world.request(someEdits());
    const ran = await Promise.all([world.runOnce(), world.runOnce(), world.runOnce()]);
    expect(ran.filter(Boolean)).toHaveLength(1);
    expect((await world.row(number)).state).toBe('applied');
    expect((await world.steps(number)).every(({ attempt }) => attempt === 1)).toBe(true);
  });
});

describe('undoing what is applied', () => {
  it('takes back its own only', async () => {
    const number = await world.request([setIntegration('/service1', 'timeoutMs', 6_100), ...someEdits()]);
    await world.runOnce();
    await world.changeOutside('/service1', 6_200);
    await world.changeOutside('/service2', 6_300);
    await undoApply(world.olga, { number });
    await world.runOnce();
    const expected = applyEdits(first, [
      setIntegration('/service1', 'timeoutMs', 6_200),
      setIntegration('/service2', 'timeoutMs', 6_300),
    ]);
    expect(wordsBetween(await world.look(), expected)).toEqual([]);
    const { draft: again } = await world.view(world.olga, number);
    expect(again).toMatchObject({ changeSet: { state: 'draft' }, conflicts: [{ title: 'ANY /service1: timeout' }] });
  });

  it('puts back what a change of the back end had taken along', async () => {
    const path = `/apply-undo`;
    const made = await world.request([putMethod(path, 'GET', mockMethod('{"first": true}'))]);
    await world.runOnce();
    expect((await world.row(made)).state).toBe('applied');
    const before = await world.look();
    const proxy = before.resources['/service2']?.methods.ANY?.integration;
    if (!proxy) throw new Error('no route');
    const number = await world.request([
      { op: 'put', subject: { kind: 'integration', path, verb: 'GET' }, value: { ...proxy, responses: {} } },
    ]);
    await world.runOnce();
    expect((await world.row(number)).state).toBe('applied');
    await undoApply(world.olga, { number });
    await world.runOnce();
    expect(wordsBetween(await world.look(), before)).toEqual([]);
  });
});
