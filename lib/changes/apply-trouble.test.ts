import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { getDeployments } from '@/lib/aws/api-gateway/get-deployments';
import { applyChangeSet } from '@/lib/changes/apply-change-set';
import { continueApply } from '@/lib/changes/continue-apply';
import { discardChangeSet } from '@/lib/changes/discard-change-set';
import { readProgress } from '@/lib/changes/read-progress';
import { resolveConflicts } from '@/lib/changes/resolve-conflicts';
import { reviewChangeSet } from '@/lib/changes/review-change-set';
import { stopApply } from '@/lib/changes/stop-apply';
import { type ChangeWorld, changeWorld, wordsBetween } from '@/lib/changes/testing/change-world';
import { putMethod, setHeader, setIntegration } from '@/lib/changes/testing/edits';
import { undoApply } from '@/lib/changes/undo-apply';
import { changeSets, users } from '@/lib/db/schema';
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

const patience = { timeout: 30_000, interval: 20 };
const fault = (operation: string, more: object) => world.box.fault({ service: 'apigateway', operation, ...more });
const refusal = { kind: 'error', status: 400, code: 'BadRequestException', message: 'Invalid mapping expression' };

describe('somebody else changes the gateway', () => {
  it('elsewhere: theirs stays, ours is done', async () => {
    const number = await world.request([setIntegration('/service1', 'timeoutMs', 5_000), ...someEdits()]);
    await world.changeOutside('/service2', 6_000);
    await world.runOnce();
    const { resources } = await world.look();
    expect(resources['/service1']?.methods.ANY?.integration?.timeoutMs).toBe(5_000);
    expect(resources['/service2']?.methods.ANY?.integration?.timeoutMs).toBe(6_000);
    expect((await world.row(number)).state).toBe('applied');
  });

  it('at the same place, before anything was done: it is a draft again, and nothing was done', async () => {
    const number = await world.request([setIntegration('/service1', 'timeoutMs', 5_100), ...someEdits()]);
    await world.changeOutside('/service1', 5_200);
    await world.runOnce();
    expect(await readProgress(world.db, number)).toMatchObject({
      state: 'draft',
      failure: { sentence: expect.stringMatching(/Nothing was applied.*ANY \/service1: timeout/) },
    });
    expect((await world.view(world.olga, number)).draft?.conflicts).toHaveLength(1);
    expect((await world.events(number)).at(-1)).toMatchObject({ action: 'change-set.applied', result: 'failed' });
    expect(Object.keys((await world.look()).resources)).toEqual(Object.keys(first.resources));
  });

  it('at the same place, half way: it stops; settled, it goes on', async () => {
    const edits = [setIntegration('/service1', 'timeoutMs', 5_300), ...someEdits()];
    const number = await world.request(edits);
    await fault('UpdateIntegration', refusal);
    await world.runOnce();
    expect((await world.row(number)).state).toBe('stopped');
    await world.box.admin('DELETE', 'faults');
    await world.changeOutside('/service1', 5_400);
    await continueApply(world.olga, { number, deploy: true });
    await world.runOnce();
    const { failure, state } = await readProgress(world.db, number);
    expect({ failure, state }).toMatchObject({
      state: 'stopped',
      failure: {
        sentence: expect.stringContaining('Somebody else has changed the same meanwhile: ANY /service1: timeout'),
      },
    });
    const [conflict] = (await world.view(world.olga, number)).draft?.conflicts ?? [];
    const { version } = await world.row(number);
    await resolveConflicts(world.olga, { number, version, choices: [{ key: conflict?.key ?? '', choice: 'theirs' }] });
    await continueApply(world.olga, { number, deploy: true });
    await world.runOnce();
    expect((await world.row(number)).state).toBe('applied');
    const expected = applyEdits(first, [...edits.slice(1), setIntegration('/service1', 'timeoutMs', 5_400)]);
    expect(wordsBetween(await world.look(), expected)).toEqual([]);
  });
});

describe('somebody else changes the gateway before it is deployed', () => {
  it('since the review: it is a draft again, and nothing was done', async () => {
    const { number, version } = await world.draft(someEdits());
    const reviewed = (await reviewChangeSet(world.db, number, null)).workingHash;
    await world.changeOutside('/service2', 7_000);
    const asked = { number, version, deployTo: 'prod', description: '', expectedHash: reviewed };
    await applyChangeSet(world.olga, asked);
    await world.runOnce();
    expect(await readProgress(world.db, number)).toMatchObject({
      state: 'draft',
      failure: { sentence: expect.stringMatching(/Nothing was applied\. .*: ANY \/service2: timeout/) },
    });
    expect(Object.keys((await world.look()).resources)).toEqual(Object.keys(first.resources));
    await expect(applyChangeSet(world.olga, asked)).rejects.toMatchObject({
      code: 'conflict',
      message: expect.stringContaining('has changed since you looked'),
    });
    const { workingHash } = await reviewChangeSet(world.db, number, null);
    await applyChangeSet(world.olga, { ...asked, expectedHash: workingHash });
    await world.runOnce();
    expect(await world.row(number)).toMatchObject({ state: 'applied', deploymentId: expect.any(String) });
  });

  it('half way: it is applied, not deployed, until somebody has looked', async () => {
    const number = await world.request(someEdits(), 'prod');
    await fault('UpdateIntegration', refusal);
    await world.runOnce();
    await world.box.admin('DELETE', 'faults');
    await world.changeOutside('/service2', 7_100);
    await continueApply(world.olga, { number, deploy: true });
    await world.runOnce();
    const { deploymentId, state, failure } = await world.row(number);
    expect({ deploymentId, state, failure }).toMatchObject({
      deploymentId: null,
      state: 'stopped',
      failure: { sentence: expect.stringMatching(/not deployed to prod\. .*: ANY \/service2: timeout/) },
    });
    await continueApply(world.olga, { number, deploy: false });
    await world.runOnce();
    expect(await world.row(number)).toMatchObject({ state: 'applied', deploymentId: null });
  });
});

it("is undone before a call was made: what looks like its doing is somebody else's, and stays", async () => {
  const number = await world.request([setIntegration('/service1', 'timeoutMs', 7_200)]);
  await world.changeOutside('/service1', 7_200);
  await stopApply(world.olga, { number });
  await undoApply(world.olga, { number });
  await world.runOnce();
  expect((await world.row(number)).state).toBe('draft');
  expect((await world.look()).resources['/service1']?.methods.ANY?.integration?.timeoutMs).toBe(7_200);
});

it("does not deploy twice when AWS's answer was lost", async () => {
  const number = await world.request(someEdits(), 'prod', 'Lost');
  await fault('CreateDeployment', { kind: 'reset-after', count: 1 });
  await fault('GetDeployment', { kind: 'html', status: 502 });
  await world.runOnce();
  expect(await world.row(number)).toMatchObject({ state: 'applying', deploymentId: null });
  await world.box.admin('DELETE', 'faults');
  await world.leaseRunsOut();
  await world.runOnce();
  const { deploymentId, state } = await world.row(number);
  expect(state).toBe('applied');
  const made = (await getDeployments(world.box.aws, world.restApiId)).filter((one) => one.description === 'Lost');
  expect(made.map(({ id }) => id)).toEqual([deploymentId]);
});

describe('AWS refuses', () => {
  it('for good: it stops, says what is done, and can be continued', async () => {
    const edits = someEdits();
    const number = await world.request(edits, 'prod');
    await fault('PutIntegration', refusal);
    await world.runOnce();
    const { state, failure, steps } = await readProgress(world.db, number);
    expect(state).toBe('stopped');
    expect(failure?.sentence).toMatch(/^“.+”: .+ 4 of \d+ calls of this run are done\.$/);
    expect(failure?.fix).toContain('Invalid mapping expression');
    expect(steps.filter((step) => step.state === 'failed').map(({ operation }) => operation)).toEqual([
      'PutIntegration',
      'PutIntegration',
    ]);
    expect((await world.events(number)).at(-1)).toMatchObject({ phase: 'outcome', result: 'failed' });
    expect(await world.runOnce()).toBe(false);
    await world.box.admin('DELETE', 'faults');
    await continueApply(world.omar, { number, deploy: false });
    await world.runOnce();
    expect(await world.row(number)).toMatchObject({
      state: 'applied',
      failure: null,
      deploymentId: null,
      appliedByName: 'omar@example.com',
    });
    expect(wordsBetween(await world.look(), applyEdits(first, edits))).toEqual([]);
  });

  it('for good: it can be undone, and is a draft again that can be applied', async () => {
    const edits = someEdits();
    const number = await world.request(edits);
    await fault('UpdateIntegration', refusal);
    await world.runOnce();
    await undoApply(world.olga, { number });
    await world.runOnce();
    expect(await world.row(number)).toMatchObject({ state: 'draft', beforeHash: null, failure: null, appliedAt: null });
    expect(wordsBetween(await world.look(), first)).toEqual([]);
    expect((await world.events(number)).at(-1)).toMatchObject({ action: 'change-set.undone', result: 'ok' });
    await world.box.admin('DELETE', 'faults');
    const { version } = await world.row(number);
    await applyChangeSet(world.olga, { number, version, deployTo: null, description: '' });
    await world.runOnce();
    expect(wordsBetween(await world.look(), applyEdits(first, edits))).toEqual([]);
  });

  it('for good: it can be left as it is', async () => {
    const number = await world.request(someEdits());
    await fault('PutIntegration', refusal);
    await world.runOnce();
    const { version } = await world.row(number);
    await discardChangeSet(world.olga, { number, version });
    expect((await world.row(number)).state).toBe('discarded');
  });

  it('for now: it is tried again by itself, later and later, and says so', async () => {
    const number = await world.request(someEdits());
    await fault('PutIntegration', { kind: 'html', status: 502 });
    const waits: number[] = [];
    for (let run = 0; run < 3; run++) {
      const before = Date.now();
      expect(await world.runOnce()).toBe(true);
      const { state, failure, retryAt } = await readProgress(world.db, number);
      expect({ state, failure }).toMatchObject({
        state: 'applying',
        failure: { sentence: expect.stringContaining('not AWS') },
      });
      waits.push(Date.parse(retryAt ?? '') - before);
      expect(await world.runOnce()).toBe(false);
      await world.leaseRunsOut();
    }
    expect(waits[2]).toBeGreaterThan(waits[1] ?? 0);
    await world.box.admin('DELETE', 'faults');
    await world.runOnce();
    expect(await readProgress(world.db, number)).toMatchObject({ state: 'applied', failure: null, retryAt: null });
  });

  it('to answer at all: an operator can stop it', async () => {
    const number = await world.request(someEdits());
    await fault('CreateResource', { kind: 'html', status: 502 });
    await world.runOnce();
    await stopApply(world.omar, { number });
    expect(await readProgress(world.db, number)).toMatchObject({
      state: 'stopped',
      failure: { sentence: 'omar@example.com stopped it.' },
    });
    expect(await world.runOnce()).toBe(false);
    await undoApply(world.olga, { number });
    await world.box.admin('DELETE', 'faults');
    // At once: the pause before the next try is over.
    expect(await world.runOnce()).toBe(true);
    expect((await world.row(number)).state).toBe('draft');
  });
});

it('is stopped in the middle: the call in hand ends, no other is made', async () => {
  const number = await world.request(someEdits());
  await fault('PutMethod', { kind: 'latency', latencyMs: 1_000 });
  const run = world.runOnce();
  await vi.waitFor(async () => {
    const { steps } = await readProgress(world.db, number);
    expect(steps.find(({ operation }) => operation === 'PutMethod')?.state).toBe('running');
  }, patience);
  await stopApply(world.omar, { number });
  await run;
  const { steps, state, failure, remainingMs } = await readProgress(world.db, number);
  expect({ state, failure }).toMatchObject({ state: 'stopped', failure: { sentence: 'omar@example.com stopped it.' } });
  const at = steps.findIndex(({ operation }) => operation === 'PutMethod');
  expect(steps[at]).toMatchObject({ state: 'done' });
  expect(steps.slice(at + 1).map((step) => step.state)).toEqual(steps.slice(at + 1).map(() => 'pending'));
  expect(remainingMs).toBeGreaterThan(0);
  await continueApply(world.olga, { number, deploy: true });
  await world.runOnce();
  expect((await world.row(number)).state).toBe('applied');
});

it('is stopped and continued at once: the run in hand does not go on with what was asked before', async () => {
  const number = await world.request(someEdits(), 'prod');
  await fault('PutMethod', { kind: 'latency', latencyMs: 1_000, count: 1 });
  const run = world.runOnce();
  await vi.waitFor(async () => {
    const { steps } = await readProgress(world.db, number);
    expect(steps.find(({ operation }) => operation === 'PutMethod')?.state).toBe('running');
  }, patience);
  await stopApply(world.omar, { number });
  await continueApply(world.omar, { number, deploy: false });
  expect(await world.runOnce()).toBe(false);
  await run;
  expect(await world.row(number)).toMatchObject({ state: 'applying', leaseOwner: null });
  await world.runOnce();
  expect(await world.row(number)).toMatchObject({ state: 'applied', deploymentId: null });
});
