import { DeleteMethodCommand } from '@aws-sdk/client-api-gateway';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { applyChangeSet } from '@/lib/changes/apply-change-set';
import { listChangeSets } from '@/lib/changes/list-change-sets';
import { resolveConflicts } from '@/lib/changes/resolve-conflicts';
import { type ChangeWorld, changeWorld } from '@/lib/changes/testing/change-world';
import { removeMethod, setHeader, setIntegration } from '@/lib/changes/testing/edits';
import { changeSets, users } from '@/lib/db/schema';

let world: ChangeWorld;
beforeAll(async () => {
  world = await changeWorld();
});
afterAll(() => world.stop());
beforeEach(async () => {
  await world.db.delete(changeSets);
  await world.db.update(users).set({ currentChangeSetId: null });
});

async function outsideTimeout(path: string, ms: number): Promise<void> {
  await world.changeOutside(path, ms);
  await world.look();
}

const integrationOf = async (path: string) => {
  const { draft } = await world.view(world.olga);
  return draft?.snapshot.resources[path]?.methods.ANY?.integration ?? null;
};

describe('when the working copy moves', () => {
  it('a draft is carried over, and keeps what others did elsewhere', async () => {
    await world.draft([setHeader('/service1', 'X-New', "'1'")]);
    await outsideTimeout('/service1', 4_100);
    expect((await world.view(world.olga)).draft?.conflicts).toEqual([]);
    expect(await integrationOf('/service1')).toMatchObject({
      timeoutMs: 4_100,
      requestParameters: { 'integration.request.header.X-New': "'1'" },
    });
    const { number } = await world.draft([setHeader('/service1', 'X-More', "'2'")]);
    const { baseHash } = await world.row(number);
    expect(baseHash).toBe((await world.view(world.olga)).workingHash);
  });

  it('the same done twice is no conflict', async () => {
    await world.draft([setIntegration('/service1', 'timeoutMs', 4_200)]);
    await outsideTimeout('/service1', 4_200);
    const { draft, working } = await world.view(world.olga);
    expect(draft).toMatchObject({ conflicts: [], snapshot: working });
  });

  it('a conflict is told in words, stays while other edits are saved, and keeps it from being applied', async () => {
    const timeout = setIntegration('/service1', 'timeoutMs', 4_400);
    const { number } = await world.draft([timeout]);
    await outsideTimeout('/service1', 4_300);
    const conflict = {
      key: 'integration /service1 ANY#timeoutMs',
      edit: timeout,
      title: 'ANY /service1: timeout',
      base: '4.2 s',
      theirs: 'timeout 4.2 s -> 4.3 s',
      mine: 'timeout 4.2 s -> 4.4 s',
    };
    expect((await world.view(world.olga)).draft?.conflicts).toEqual([conflict]);
    expect((await integrationOf('/service1'))?.timeoutMs).toBe(4_300);
    await expect(world.draft([setIntegration('/service1', 'timeoutMs', 5_000)])).rejects.toMatchObject({
      code: 'conflict',
      message: expect.stringContaining('ANY /service1: timeout is in conflict'),
    });
    const saved = await world.draft([setIntegration('/service2', 'timeoutMs', 6_000)]);
    expect((await world.view(world.olga)).draft?.conflicts).toEqual([conflict]);
    expect((await listChangeSets(world.db)).changeSets[0]).toMatchObject({ number, conflicts: 1, changes: 2 });
    await expect(
      applyChangeSet(world.olga, { number, version: saved.version, deployTo: null, description: '' }),
    ).rejects.toMatchObject({ code: 'conflict', message: expect.stringContaining('One edit is in conflict') });
  });
});

describe('settling a conflict', () => {
  async function conflicted(mine: number, theirs: number) {
    await outsideTimeout('/service1', 1_000);
    const { number, version } = await world.draft([
      setIntegration('/service1', 'timeoutMs', mine),
      setIntegration('/service2', 'timeoutMs', mine),
    ]);
    await outsideTimeout('/service1', theirs);
    return { number, version };
  }
  const key = 'integration /service1 ANY#timeoutMs';

  it('mine overrules theirs', async () => {
    const { number, version } = await conflicted(2_000, 3_000);
    const settled = await resolveConflicts(world.olga, { number, version, choices: [{ key, choice: 'mine' }] });
    expect(settled).toEqual({ number, version: version + 1, previousVersion: version, left: 0 });
    expect((await integrationOf('/service1'))?.timeoutMs).toBe(2_000);
    expect((await integrationOf('/service2'))?.timeoutMs).toBe(2_000);
    expect((await world.events(number)).at(-1)).toMatchObject({
      after: { choices: ['ANY /service1: timeout: mine'], conflicts: 0 },
    });
  });

  it('theirs drops the edit, and no other', async () => {
    const { number, version } = await conflicted(2_100, 3_100);
    await resolveConflicts(world.olga, { number, version, choices: [{ key, choice: 'theirs' }] });
    const { draft } = await world.view(world.olga);
    expect(draft?.conflicts).toEqual([]);
    expect(draft?.changeSet.edits).toEqual([setIntegration('/service2', 'timeoutMs', 2_100)]);
    await expect(
      resolveConflicts(world.olga, { number, version: version + 1, choices: [{ key, choice: 'mine' }] }),
    ).rejects.toMatchObject({ code: 'conflict' });
  });

  it('a route that others removed comes back as a whole, or stays away', async () => {
    const edits = [setIntegration('/service2', 'timeoutMs', 7_000), setHeader('/service2', 'X-New', "'1'")];
    const { number, version } = await world.draft(edits);
    const { ids, working } = await world.view(world.olga);
    const at = { restApiId: world.restApiId, resourceId: ids.resources['/service2'], httpMethod: 'ANY' };
    await world.box.aws.apiGateway.send(new DeleteMethodCommand(at));
    await world.look();
    const { draft } = await world.view(world.olga);
    expect(draft?.conflicts.map(({ theirs }) => theirs)).toEqual([
      'Route ANY /service2 is removed',
      'Route ANY /service2 is removed',
    ]);
    const [one, other] = draft?.conflicts.map((conflict) => conflict.key) ?? [];
    if (one === undefined || other === undefined) throw new Error('no conflicts');
    const choices = [
      { key: one, choice: 'mine' as const },
      { key: other, choice: 'theirs' as const },
    ];
    await expect(resolveConflicts(world.olga, { number, version, choices })).rejects.toMatchObject({ code: 'invalid' });
    await resolveConflicts(world.olga, { number, version, choices: [{ key: one, choice: 'mine' }] });
    const before = working.resources['/service2']?.methods.ANY?.integration;
    expect(await integrationOf('/service2')).toEqual({
      ...before,
      timeoutMs: 7_000,
      requestParameters: { ...before?.requestParameters, 'integration.request.header.X-New': "'1'" },
    });
    expect((await world.view(world.olga)).draft?.conflicts).toEqual([]);
  });

  it('of a removal: the route goes with what others did to it', async () => {
    await outsideTimeout('/service1', 1_500);
    const { number, version } = await world.draft([removeMethod('/service1', 'ANY')]);
    await outsideTimeout('/service1', 1_600);
    const { draft } = await world.view(world.olga);
    expect(draft?.conflicts).toMatchObject([
      {
        key: 'method /service1 ANY',
        base: 'there',
        theirs: 'timeout 1.5 s -> 1.6 s',
        mine: 'Route ANY /service1 is removed',
      },
    ]);
    await resolveConflicts(world.olga, { number, version, choices: [{ key: 'method /service1 ANY', choice: 'mine' }] });
    expect((await world.view(world.olga)).draft?.snapshot.resources['/service1']?.methods).toEqual({});
  });
});
