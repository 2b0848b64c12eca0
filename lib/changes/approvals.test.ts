import { and, desc, eq } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { protectStage } from '@/lib/approvals/protect-stage';
import { readPolicies } from '@/lib/approvals/read-policies';
import { shippedHash } from '@/lib/approvals/shipped-hash';
import { applyChangeSet } from '@/lib/changes/apply-change-set';
import { continueApply } from '@/lib/changes/continue-apply';
import { decideApproval } from '@/lib/changes/decide-approval';
import { findChangeSet } from '@/lib/changes/find-change-set';
import { readApprovals } from '@/lib/changes/read-approvals';
import { requestApproval } from '@/lib/changes/request-approval';
import { saveEdits } from '@/lib/changes/save-edits';
import { type ChangeWorld, changeWorld } from '@/lib/changes/testing/change-world';
import { setIntegration } from '@/lib/changes/testing/edits';
import { undoApply } from '@/lib/changes/undo-apply';
import { withdrawApproval } from '@/lib/changes/withdraw-approval';
import type { Context } from '@/lib/context';
import { auditEvents, changeSets, deployments, stageEvents, stagePolicies, users } from '@/lib/db/schema';
import { createStage } from '@/lib/deployments/create-stage';
import { deploy } from '@/lib/deployments/deploy';
import { promote } from '@/lib/deployments/promote';
import { rollBack } from '@/lib/deployments/roll-back';
import type { Edit } from '@/lib/gateway/edits';

/** Olga and Omar are operators, Ada is an administrator, Vera a viewer; `prod` and `dev` are stages. */
let world: ChangeWorld;
let ada: Context;
let vera: Context;
let timeout = 4_000;
/** A timeout that no test has used before. */
function another(): number {
  timeout += 10;
  return timeout;
}
const anEdit = (): Edit => setIntegration('/service1', 'timeoutMs', another());

beforeAll(async () => {
  world = await changeWorld();
  const person = async (name: string, role: 'viewer' | 'administrator'): Promise<Context> => {
    const email = `${name}@example.com`;
    const [user] = await world.db.insert(users).values({ email, name, role, passwordHash: 'x' }).returning();
    return { ...world.olga, actor: { kind: 'user', id: user?.id ?? '', name: email, ip: null } };
  };
  ada = await person('ada', 'administrator');
  vera = await person('vera', 'viewer');
  await deploy(world.olga, { stage: 'prod', description: 'Before the rule' });
  await createStage(world.olga, { name: 'dev', deploymentId: null, description: '', variables: {} });
});
afterAll(() => world.stop());
beforeEach(async () => {
  await world.db.delete(changeSets);
  await world.db.update(users).set({ currentChangeSetId: null, deployStages: null, disabledAt: null });
  await world.db.update(users).set({ role: 'operator' }).where(eq(users.name, 'omar'));
  await world.db.delete(stagePolicies);
  await protectStage(ada, { stage: 'prod', approverRole: 'operator' });
});

async function stand(number: number) {
  const row = await findChangeSet(world.db, number);
  const { resultHash, stages, entries } = await readApprovals(world.db, row);
  return { about: { number, version: row.version, resultHash, stage: 'prod' }, prod: stages[0], entries };
}

async function ask(number: number, who: Context = world.olga): Promise<void> {
  await requestApproval(who, { ...(await stand(number)).about, comment: 'Please' });
}

async function decide(number: number, who: Context, decision: 'approved' | 'declined' = 'approved'): Promise<void> {
  await decideApproval(who, { ...(await stand(number)).about, decision, comment: 'Looked at it' });
}

/** A draft of Olga's, approved by Omar. */
async function approved(edits: Edit[] = [anEdit()]): Promise<{ number: number; version: number }> {
  const draft = await world.draft(edits);
  await ask(draft.number);
  await decide(draft.number, world.omar);
  return draft;
}

const applyTo = (draft: { number: number; version: number }, deployTo: string | null) =>
  applyChangeSet(world.olga, { ...draft, deployTo, description: '' });

async function served(stage: string): Promise<string> {
  const [event] = await world.db
    .select()
    .from(stageEvents)
    .where(eq(stageEvents.stage, stage))
    .orderBy(desc(stageEvents.id))
    .limit(1);
  return event?.deploymentId ?? '';
}

const refused = { code: 'not-permitted', message: expect.stringContaining('approv') };

describe('a change set for a stage that needs approval', () => {
  it('is applied and deployed once a second person has approved it', async () => {
    const draft = await world.draft([anEdit()]);
    await expect(applyTo(draft, 'prod')).rejects.toMatchObject(refused);
    await ask(draft.number);
    expect((await stand(draft.number)).prod).toMatchObject({ standing: 'asked', approverRole: 'operator' });
    await expect(applyTo(draft, 'prod')).rejects.toMatchObject(refused);
    await decide(draft.number, world.omar);
    expect((await stand(draft.number)).prod).toMatchObject({
      standing: 'approved',
      last: { userName: 'omar@example.com' },
    });
    const before = await served('prod');
    await applyTo(draft, 'prod');
    await world.runOnce();
    expect(await world.row(draft.number)).toMatchObject({ state: 'applied', deploymentId: expect.any(String) });
    expect(await served('prod')).not.toBe(before);
    const actions = (await world.events(draft.number)).map(({ action }) => action);
    expect(actions).toEqual(expect.arrayContaining(['change-set.approval-requested', 'change-set.approved']));
  });

  it('goes to other stages, and into the working copy, without', async () => {
    const draft = await world.draft([anEdit()]);
    await applyTo(draft, 'dev');
    await world.runOnce();
    expect(await world.row(draft.number)).toMatchObject({ state: 'applied', deploymentId: expect.any(String) });
  });

  it('needs it also for settings of the stage, which are live at once', async () => {
    const edit: Edit = {
      op: 'set',
      subject: { kind: 'stage', name: 'prod' },
      field: 'variables',
      key: 'level',
      value: String(another()),
    };
    const draft = await world.draft([edit]);
    await expect(applyTo(draft, null)).rejects.toMatchObject(refused);
    await ask(draft.number);
    await decide(draft.number, world.omar);
    await applyTo(draft, null);
    await world.runOnce();
    expect(await world.row(draft.number)).toMatchObject({ state: 'applied' });
  });

  it('is not undone by one person where that changes settings of the stage, neither at the click nor later', async () => {
    const set = (value: number): Edit => {
      const subject = { kind: 'stage', name: 'prod' } as const;
      return { op: 'set', subject, field: 'variables', key: 'undone', value: String(value) };
    };
    const draft = await approved([set(another())]);
    await applyTo(draft, null);
    await world.runOnce();
    await expect(undoApply(world.olga, { number: draft.number })).rejects.toMatchObject({
      code: 'not-permitted',
      options: { fix: expect.stringMatching(/change set that sets them back/) },
    });
    expect(await world.row(draft.number)).toMatchObject({ state: 'applied' });

    // Asked for before the stage was protected.
    await protectStage(ada, { stage: 'prod', approverRole: null });
    await undoApply(world.olga, { number: draft.number });
    await protectStage(ada, { stage: 'prod', approverRole: 'operator' });
    await world.runOnce();
    expect(await world.row(draft.number)).toMatchObject({
      state: 'stopped',
      failure: { sentence: expect.stringContaining('settings of prod') },
    });
    // Without the rule nobody is held.
    await protectStage(ada, { stage: 'prod', approverRole: null });
    await undoApply(world.olga, { number: draft.number });
    await world.runOnce();
    expect(await world.row(draft.number)).toMatchObject({ state: 'draft' });
  });

  it('is undone by one person where it changed the working copy only', async () => {
    const draft = await approved();
    await applyTo(draft, null);
    await world.runOnce();
    await undoApply(world.olga, { number: draft.number });
    await world.runOnce();
    expect(await world.row(draft.number)).toMatchObject({ state: 'draft' });
  });

  it('needs one of its own for settings of the stage, whatever was approved of the same content', async () => {
    const other = await approved();
    await applyTo(other, 'prod');
    await world.runOnce();
    // The working copy is now exactly what was approved, and settings of stages are no part of that.
    const settings = await world.draft([
      { op: 'set', subject: { kind: 'stage', name: 'prod' }, field: 'variables', key: 'level', value: 'sneaked in' },
    ]);
    await expect(applyTo(settings, null)).rejects.toMatchObject(refused);
    await expect(applyTo(settings, 'dev')).rejects.toMatchObject(refused);
  });

  it('is declined with a reason, and can be asked for again', async () => {
    const draft = await world.draft([anEdit()]);
    await ask(draft.number);
    await decide(draft.number, world.omar, 'declined');
    expect((await stand(draft.number)).prod).toMatchObject({ standing: 'declined', last: { comment: 'Looked at it' } });
    await expect(applyTo(draft, 'prod')).rejects.toMatchObject(refused);
    await ask(draft.number);
    await decide(draft.number, world.omar);
    expect((await stand(draft.number)).entries.map(({ decision }) => decision)).toEqual([
      'requested',
      'declined',
      'requested',
      'approved',
    ]);
  });
});

describe('who may approve', () => {
  it.each([
    ['the author', () => world.olga, 'You have worked on'],
    ['a viewer', () => vera, 'Only an operator'],
  ])('not %s', async (_, who, sentence) => {
    const draft = await world.draft([anEdit()]);
    await ask(draft.number, ada);
    const before = await world.db.$count(auditEvents);
    await expect(decide(draft.number, who())).rejects.toMatchObject({
      code: 'not-permitted',
      message: expect.stringContaining(sentence),
    });
    expect((await stand(draft.number)).prod).toMatchObject({ standing: 'asked' });
    const rows = (await world.db.select().from(auditEvents).orderBy(auditEvents.id)).slice(before);
    expect(rows).toMatchObject([{ action: 'user.action-refused', result: 'refused' }]);
  });

  it('not who has saved only one of its versions, or only declined to begin it', async () => {
    const draft = await world.draft([anEdit()]);
    const helped = await saveEdits(world.omar, { ...draft, edits: [anEdit()], summary: 'Helped' });
    await saveEdits(world.olga, { number: draft.number, version: helped.version, edits: [anEdit()], summary: 'Mine' });
    await ask(draft.number, ada);
    await expect(decide(draft.number, world.omar)).rejects.toMatchObject({
      message: expect.stringContaining('worked on'),
    });
  });

  it('not who has asked for it', async () => {
    const draft = await world.draft([anEdit()]);
    await ask(draft.number, world.omar);
    await expect(decide(draft.number, world.omar)).rejects.toMatchObject({
      message: 'You have asked for this yourself.',
    });
  });

  it('not who may not deploy to the stage', async () => {
    await world.db
      .update(users)
      .set({ deployStages: ['dev'] })
      .where(eq(users.name, 'omar'));
    const draft = await world.draft([anEdit()]);
    await ask(draft.number);
    await expect(decide(draft.number, world.omar)).rejects.toMatchObject({ code: 'not-permitted' });
  });

  it('only an administrator where the stage demands one', async () => {
    await protectStage(ada, { stage: 'prod', approverRole: 'administrator' });
    const draft = await world.draft([anEdit()]);
    await ask(draft.number);
    await expect(decide(draft.number, world.omar)).rejects.toMatchObject({
      message: expect.stringContaining('Only an administrator'),
    });
    await decide(draft.number, ada);
    expect((await stand(draft.number)).prod).toMatchObject({ standing: 'approved' });
  });

  it('nobody where nobody has asked', async () => {
    const { number } = await world.draft([anEdit()]);
    await expect(decide(number, world.omar)).rejects.toMatchObject({ code: 'conflict' });
  });
});

describe('an approval is void', () => {
  it('after an edit, also after one that is taken back', async () => {
    const draft = await approved();
    const other = anEdit();
    const saved = await saveEdits(world.olga, { ...draft, edits: [other], summary: 'Once more' });
    expect((await stand(draft.number)).prod).toMatchObject({ standing: 'outdated', last: { decision: 'approved' } });
    await expect(applyTo({ number: draft.number, version: saved.version }, 'prod')).rejects.toMatchObject(refused);
  });

  it("after somebody else's change to the working copy", async () => {
    const draft = await approved();
    await world.changeOutside('/service2', another());
    await world.look();
    expect((await stand(draft.number)).prod).toMatchObject({ standing: 'outdated' });
    await expect(applyTo(draft, 'prod')).rejects.toMatchObject(refused);
  });

  it('when it is withdrawn, by who gave it only', async () => {
    const draft = await approved();
    await expect(withdrawApproval(world.olga, { number: draft.number, stage: 'prod' })).rejects.toMatchObject({
      code: 'not-permitted',
    });
    await withdrawApproval(world.omar, { number: draft.number, stage: 'prod' });
    expect((await stand(draft.number)).prod).toMatchObject({ standing: 'not-asked' });
    await expect(applyTo(draft, 'prod')).rejects.toMatchObject(refused);
  });

  it.each([
    ['is a viewer by now', { role: 'viewer' as const }],
    ['is disabled', { disabledAt: new Date() }],
    ['may not deploy there any more', { deployStages: ['dev'] }],
  ])('when who gave it %s', async (_, change) => {
    const draft = await approved();
    await world.db.update(users).set(change).where(eq(users.name, 'omar'));
    expect((await stand(draft.number)).prod).toMatchObject({ standing: 'outdated' });
    await expect(applyTo(draft, 'prod')).rejects.toMatchObject(refused);
  });

  it('when the stage demands a higher role by now', async () => {
    const draft = await approved();
    await protectStage(ada, { stage: 'prod', approverRole: 'administrator' });
    await expect(applyTo(draft, 'prod')).rejects.toMatchObject(refused);
  });

  it('for another stage', async () => {
    await protectStage(ada, { stage: 'dev', approverRole: 'operator' });
    const draft = await approved();
    await expect(applyTo(draft, 'dev')).rejects.toMatchObject(refused);
  });

  it('is not given to what has changed while one looked', async () => {
    const draft = await world.draft([anEdit()]);
    await ask(draft.number);
    const { about } = await stand(draft.number);
    await saveEdits(world.olga, { ...draft, edits: [anEdit()], summary: 'Quick' });
    await expect(decideApproval(world.omar, { ...about, decision: 'approved', comment: '' })).rejects.toMatchObject({
      code: 'conflict',
      message: expect.stringContaining('changed since you looked'),
    });
  });
});

describe('the moment of truth', () => {
  const nothingDeployed = async (number: number, before: string) => {
    expect(await served('prod')).toBe(before);
    expect(await world.row(number)).toMatchObject({ deploymentId: null });
  };

  it('stops what was asked for before the stage was protected, before the first call', async () => {
    await protectStage(ada, { stage: 'prod', approverRole: null });
    const number = await world.request([anEdit()], 'prod');
    await protectStage(ada, { stage: 'prod', approverRole: 'operator' });
    const before = await served('prod');
    await world.runOnce();
    const row = await world.row(number);
    expect(row).toMatchObject({
      state: 'draft',
      failure: { sentence: expect.stringContaining('prod needs approval') },
    });
    expect(row.failure?.sentence).toContain('Nothing was applied.');
    await nothingDeployed(number, before);
  });

  it('stops before the deployment when it is protected while the calls are made, and goes on once it is approved', async () => {
    await protectStage(ada, { stage: 'prod', approverRole: null });
    const number = await world.request([anEdit()], 'prod');
    const before = await served('prod');
    // The first call changes the working copy; the deployment fails for now, and is tried again.
    await world.box.fault({
      service: 'apigateway',
      operation: 'CreateDeployment',
      kind: 'error',
      status: 429,
      code: 'TooManyRequestsException',
      message: 'Slow',
      count: 20,
    });
    await world.runOnce();
    expect(await world.row(number)).toMatchObject({ state: 'applying' });
    await world.box.admin('DELETE', 'faults');
    await protectStage(ada, { stage: 'prod', approverRole: 'operator' });
    await world.leaseRunsOut();
    await world.runOnce();
    expect(await world.row(number)).toMatchObject({
      state: 'stopped',
      failure: { sentence: expect.stringContaining('prod serves only what a second person has approved') },
    });
    await nothingDeployed(number, before);
    await expect(continueApply(world.olga, { number, deploy: true })).rejects.toMatchObject(refused);
    await ask(number);
    await decide(number, world.omar);
    await continueApply(world.olga, { number, deploy: true });
    await world.runOnce();
    expect(await world.row(number)).toMatchObject({ state: 'applied', deploymentId: expect.any(String) });
    expect(await served('prod')).not.toBe(before);
  });

  it('counts an approval that was withdrawn after the click', async () => {
    const draft = await approved();
    await applyTo(draft, 'prod');
    await withdrawApproval(world.omar, { number: draft.number, stage: 'prod' });
    const before = await served('prod');
    await world.runOnce();
    expect(await world.row(draft.number)).toMatchObject({ state: 'draft' });
    await nothingDeployed(draft.number, before);
  });
});

describe('ways around it', () => {
  const deployedTo = (stage: string) =>
    world.db
      .select()
      .from(auditEvents)
      .where(and(eq(auditEvents.resourceId, stage), eq(auditEvents.phase, 'outcome')))
      .orderBy(desc(auditEvents.id))
      .limit(1);

  it('deploying the working copy is refused, and audited as refused', async () => {
    await world.changeOutside('/service2', another());
    await expect(deploy(world.olga, { stage: 'prod', description: null })).rejects.toMatchObject({
      code: 'not-permitted',
      options: { fix: expect.stringContaining('Make a change set') },
    });
    expect(await deployedTo('prod')).toMatchObject([{ action: 'stage.deployed', result: 'refused' }]);
  });

  it('deploying exactly what was approved is not', async () => {
    const draft = await approved();
    await applyTo(draft, null);
    await world.runOnce();
    const { deploymentId } = await deploy(world.olga, { stage: 'prod', description: 'As approved' });
    expect(await served('prod')).toBe(deploymentId);
  });

  it('promoting needs an approval for the stage that is promoted to', async () => {
    await world.changeOutside('/service2', another());
    const { deploymentId } = await deploy(world.olga, { stage: 'dev', description: null });
    const input = { from: 'dev', to: 'prod', deploymentId };
    await expect(promote(world.olga, input)).rejects.toMatchObject(refused);
    const draft = await approved();
    await applyTo(draft, 'dev');
    await world.runOnce();
    await promote(world.olga, { ...input, deploymentId: await served('dev') });
    expect(await served('prod')).toBe(await served('dev'));
  });

  it('rolling back to what the stage served is allowed, to what only another one served it is not', async () => {
    const [old] = await world.db.select().from(deployments).where(eq(deployments.description, 'Before the rule'));
    await rollBack(world.olga, { stage: 'prod', deploymentId: old?.id ?? '' });
    expect(await served('prod')).toBe(old?.id);
    await world.changeOutside('/service2', another());
    const { deploymentId } = await deploy(world.olga, { stage: 'dev', description: null });
    await expect(rollBack(world.olga, { stage: 'prod', deploymentId })).rejects.toMatchObject(refused);
  });

  it('making a stage of a name that needs approval is refused', async () => {
    await world.db.insert(stagePolicies).values({ restApiId: world.restApiId, stage: 'qa', approverRole: 'operator' });
    const input = { name: 'qa', description: '', variables: {} };
    await expect(createStage(world.olga, { ...input, deploymentId: null })).rejects.toMatchObject(refused);
    await expect(createStage(world.olga, { ...input, deploymentId: await served('dev') })).rejects.toMatchObject(
      refused,
    );
  });

  it('making one that was deleted anew, of approved content, is refused with variables that nobody approved', async () => {
    await world.db
      .insert(stagePolicies)
      .values({ restApiId: world.restApiId, stage: 'anew', approverRole: 'operator' });
    const draft = await world.draft([anEdit()]);
    await requestApproval(world.olga, { ...(await stand(draft.number)).about, stage: 'anew', comment: '' });
    const { about } = await stand(draft.number);
    await decideApproval(world.omar, { ...about, stage: 'anew', decision: 'approved', comment: '' });
    await applyTo(draft, null);
    await world.runOnce();
    const input = { name: 'anew', description: '', deploymentId: null };
    await expect(createStage(world.olga, { ...input, variables: { backend: 'evil.example' } })).rejects.toMatchObject({
      code: 'not-permitted',
      message: expect.stringContaining('nobody has approved these variables'),
    });
    await createStage(world.olga, { ...input, variables: {} });
    expect(await served('anew')).not.toBe('');
  });
});

it('two who say something at the same moment are heard one after the other', async () => {
  const draft = await world.draft([anEdit()]);
  await ask(draft.number);
  const { about } = await stand(draft.number);
  const answers = await Promise.allSettled(
    [world.omar, ada].map((who) => decideApproval(who, { ...about, decision: 'approved', comment: '' })),
  );
  expect(answers.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
});

it('knows the content by what a deployment ships, not by settings of stages', async () => {
  const working = await world.look();
  expect(shippedHash({ ...working, stages: {} })).toBe(shippedHash(working));
  expect([...(await readPolicies(world.db, world.restApiId))]).toEqual([['prod', 'operator']]);
});
