import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { chooseDraft } from '@/lib/changes/choose-draft';
import { createDraft } from '@/lib/changes/create-draft';
import { discardChangeSet } from '@/lib/changes/discard-change-set';
import { listChangeSets } from '@/lib/changes/list-change-sets';
import { listDrafts } from '@/lib/changes/list-drafts';
import { readProgress } from '@/lib/changes/read-progress';
import { renameChangeSet } from '@/lib/changes/rename-change-set';
import { saveEdits } from '@/lib/changes/save-edits';
import { takeBackDifferences } from '@/lib/changes/take-back-differences';
import { type ChangeWorld, changeWorld } from '@/lib/changes/testing/change-world';
import { mockMethod, putMethod, removeMethod, setHeader, setIntegration } from '@/lib/changes/testing/edits';
import { undoEdits } from '@/lib/changes/undo-edits';
import { changeSets, users } from '@/lib/db/schema';
import type { Edit } from '@/lib/gateway/edits';

let world: ChangeWorld;
beforeAll(async () => {
  world = await changeWorld();
});
afterAll(() => world.stop());
beforeEach(async () => {
  await world.db.delete(changeSets);
  await world.db.update(users).set({ currentChangeSetId: null });
});

const save = (edits: Edit[], more: { number?: number; version?: number; summary?: string } = {}, who = world.olga) =>
  saveEdits(who, { number: more.number ?? null, version: more.version ?? null, edits, summary: more.summary ?? '' });

const uri = 'http://127.0.0.1:9/other';

describe('the first save', () => {
  it('begins a draft that is named after it and becomes current; AWS is not asked', async () => {
    await world.box.admin('DELETE', 'calls');
    const saved = await save([setIntegration('/service1', 'uri', uri)]);
    expect(saved).toMatchObject({ version: 2, previousVersion: 1 });
    const { draft, working } = await world.view(world.olga);
    expect(draft).toMatchObject({
      changeSet: {
        number: saved.number,
        name: 'ANY /service1',
        state: 'draft',
        author: { name: 'olga@example.com' },
        edits: [setIntegration('/service1', 'uri', uri)],
      },
      conflicts: [],
    });
    expect(draft?.snapshot.resources['/service1']?.methods.ANY?.integration?.uri).toBe(uri);
    expect(working.resources['/service1']?.methods.ANY?.integration?.uri).not.toBe(uri);
    expect((await world.box.admin<{ total: number }>('GET', 'calls')).total).toBe(0);
    expect((await world.view(world.omar)).draft).toBeNull();
    expect(await world.events(saved.number)).toMatchObject([
      { action: 'change-set.created', actorName: 'olga@example.com', after: { name: 'ANY /service1' } },
      { action: 'change-set.edited', after: { version: 2, changes: [expect.stringContaining('ANY /service1: ')] } },
    ]);
  });

  it('makes the smallest edits of whatever the editor sends', async () => {
    const { working } = await world.view(world.olga);
    const method = working.resources['/service1']?.methods.ANY;
    if (!method?.integration) throw new Error('no route');
    const whole = putMethod('/service1', 'ANY', {
      ...method,
      integration: { ...method.integration, timeoutMs: 5_000 },
    });
    const { number } = await save([whole]);
    expect((await world.row(number)).edits).toEqual([setIntegration('/service1', 'timeoutMs', 5_000)]);
  });

  it('happens once when two come at the same moment', async () => {
    const saved = await Promise.all([
      save([setIntegration('/service1', 'timeoutMs', 5_000)]),
      save([setIntegration('/service2', 'timeoutMs', 6_000)]),
    ]);
    expect(new Set(saved.map(({ number }) => number)).size).toBe(1);
    expect((await world.row(saved[0].number)).edits).toHaveLength(2);
  });

  it('that changes nothing makes nothing', async () => {
    await expect(save([removeMethod('/nowhere', 'GET')])).rejects.toMatchObject({ code: 'invalid' });
    expect(await world.db.$count(changeSets)).toBe(0);
  });
});

describe('further saves', () => {
  it('add up, and edits that take each other back leave nothing', async () => {
    const { number } = await save([setIntegration('/service1', 'timeoutMs', 5_000)]);
    const { working } = await world.view(world.olga);
    const before = working.resources['/service1']?.methods.ANY?.integration?.timeoutMs ?? 0;
    await save([setHeader('/service1', 'X-New', "'1'")]);
    expect((await world.row(number)).edits).toHaveLength(2);
    await save([setHeader('/service1', 'X-New', null), setIntegration('/service1', 'timeoutMs', before)]);
    expect(await world.row(number)).toMatchObject({ edits: [], version: 4 });
  });

  it('of a version that is not the newest are refused, and say who was faster', async () => {
    const { number, version } = await save([setIntegration('/service1', 'timeoutMs', 5_000)]);
    await save([setIntegration('/service1', 'timeoutMs', 6_000)], { number, version, summary: 'six' }, world.omar);
    await expect(save([setIntegration('/service1', 'timeoutMs', 7_000)], { number, version })).rejects.toMatchObject({
      code: 'conflict',
      message: expect.stringContaining('omar@example.com saved “six”'),
    });
    const both = await Promise.allSettled(
      [8_000, 9_000].map((ms) =>
        save([setIntegration('/service1', 'timeoutMs', ms)], { number, version: version + 1 }),
      ),
    );
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  });

  it('of no version in particular go one after the other', async () => {
    const { number } = await save([setIntegration('/service1', 'timeoutMs', 5_000)]);
    await Promise.all(['X-A', 'X-B', 'X-C'].map((name) => save([setHeader('/service1', name, "'1'")])));
    expect(await world.row(number)).toMatchObject({ version: 5, edits: { length: 4 } });
  });

  it('that AWS would refuse are refused with a sentence', async () => {
    await expect(save([setHeader('/service1', 'X-New', 'no mapping')])).rejects.toMatchObject({
      code: 'invalid',
      options: { fields: { 'integration /service1 ANY': expect.any(String) } },
    });
    await expect(save([{ op: 'remove', subject: { kind: 'stage', name: 'prod' } }])).rejects.toMatchObject({
      code: 'invalid',
      message: expect.stringContaining('neither makes nor deletes stages'),
    });
    expect(await world.db.$count(changeSets)).toBe(0);
  });
});

describe('undo', () => {
  it('goes back step by step, and can be undone itself', async () => {
    const { number } = await save([setIntegration('/service1', 'timeoutMs', 5_000)]);
    const { version } = await save([setIntegration('/service1', 'timeoutMs', 6_000)]);
    const timeout = async () =>
      (await world.view(world.olga)).draft?.snapshot.resources['/service1']?.methods.ANY?.integration?.timeoutMs;
    const once = await undoEdits(world.olga, { number, version, to: null });
    expect(once).toEqual({ number, version: 4, previousVersion: 1 });
    expect(await timeout()).toBe(5_000);
    const twice = await undoEdits(world.olga, { number, version: 4, to: null });
    expect((await world.row(number)).edits).toEqual([]);
    await expect(undoEdits(world.olga, { number, version: twice.version, to: null })).rejects.toMatchObject({
      message: expect.stringContaining('nothing to undo'),
    });
    await undoEdits(world.olga, { number, version: twice.version, to: 3 });
    expect(await timeout()).toBe(6_000);
    expect((await world.events(number)).at(-1)).toMatchObject({
      action: 'change-set.edited',
      after: { summary: expect.stringContaining('Back to version 3') },
    });
  });
});

describe('taking back single differences', () => {
  it('takes along what is inside of something new', async () => {
    const { number, version } = await save([
      putMethod('/new/{id}', 'GET', { ...mockMethod(), requestParameters: { 'method.request.path.id': true } }),
      setIntegration('/service1', 'timeoutMs', 5_000),
    ]);
    await takeBackDifferences(world.olga, { number, version, keys: ['resource /new'] });
    expect((await world.row(number)).edits).toEqual([setIntegration('/service1', 'timeoutMs', 5_000)]);
  });

  it('keeps what stands around something that stays', async () => {
    const { number, version } = await save([{ op: 'remove', subject: { kind: 'resource', path: '/service1' } }]);
    await takeBackDifferences(world.olga, { number, version, keys: ['method /service1/{proxy+} ANY'] });
    const { draft } = await world.view(world.olga);
    expect(draft?.snapshot.resources['/service1']?.methods).toEqual({});
    expect(draft?.snapshot.resources['/service1/{proxy+}']?.methods.ANY).toBeDefined();
  });

  it('is refused when what is left can not be', async () => {
    const authorizer = { kind: 'authorizer', name: 'tokens' } as const;
    const uri =
      'arn:aws:apigateway:us-east-1:lambda:path/2015-03-31/functions/arn:aws:lambda:us-east-1:123456789012:function:check/invocations';
    const { number, version } = await save([
      {
        op: 'put',
        subject: authorizer,
        value: {
          type: 'TOKEN',
          providerArns: [],
          uri,
          credentials: null,
          identitySource: 'method.request.header.Authorization',
          identityValidationExpression: null,
          resultTtl: 300,
          authType: null,
        },
      },
      putMethod('/service1', 'GET', { ...mockMethod(), authorizationType: 'CUSTOM', authorizer: 'tokens' }),
    ]);
    await expect(
      takeBackDifferences(world.olga, { number, version, keys: ['authorizer tokens'] }),
    ).rejects.toMatchObject({ code: 'invalid' });
    await expect(takeBackDifferences(world.olga, { number, version, keys: ['method /x GET'] })).rejects.toMatchObject({
      code: 'conflict',
    });
  });
});

it('keeps secrets out of the audit log', async () => {
  const { number } = await save([setHeader('/service1', 'X-Api-Key', "'hush-hush'")]);
  const text = JSON.stringify(await world.events(number));
  expect(text).toContain('X-Api-Key');
  expect(text).not.toContain('hush');
});

it('refuses what no database keeps, and nothing that only looks like it', async () => {
  const template = (value: string) =>
    save([
      {
        op: 'set',
        subject: { kind: 'integration', path: '/service1', verb: 'ANY' },
        field: 'requestTemplates',
        key: 'text/plain',
        value,
      },
    ]);
  for (const text of ['a\u0000b', 'half \ud83d', '\\\u0000']) {
    await expect(template(text)).rejects.toMatchObject({ code: 'invalid' });
  }
  for (const text of ['\\u0000', 'whole \u{1f600}', '\\ud83d']) {
    await template(text);
    const { draft } = await world.view(world.olga);
    const method = draft?.snapshot.resources['/service1']?.methods.ANY;
    expect(method?.integration?.requestTemplates['text/plain']).toBe(text);
  }
});

it('answers for numbers that no change set can have', async () => {
  for (const number of [0, 1.5, 3_000_000_000, Number.NaN]) {
    await expect(readProgress(world.db, number)).rejects.toMatchObject({ code: 'not-found' });
  }
});

describe('several drafts by several people', () => {
  it('are chosen, named, discarded; each has its own current one', async () => {
    const first = await createDraft(world.olga, { name: 'Orders move', description: 'New back end' });
    const second = await createDraft(world.olga, { name: 'Headers', description: '' });
    await save([setIntegration('/service1', 'timeoutMs', 5_000)], { number: first.number }, world.omar);
    await save([setIntegration('/service2', 'timeoutMs', 5_000)]);
    expect((await world.row(second.number)).edits).toHaveLength(1);
    await chooseDraft(world.olga, { number: first.number });
    const listed = async () =>
      (await listChangeSets(world.db, { userId: world.olga.actor.kind === 'user' ? world.olga.actor.id : '' }))
        .changeSets;
    expect(await listed()).toMatchObject([
      { number: second.number, name: 'Headers', changes: 1, current: false, conflicts: 0 },
      { number: first.number, name: 'Orders move', changes: 1, current: true },
    ]);
    expect((await listDrafts(world.db)).map(({ number, author }) => [number, author])).toEqual([
      [second.number, 'olga@example.com'],
      [first.number, 'olga@example.com'],
    ]);
    await renameChangeSet(world.olga, { number: first.number, name: 'Orders', description: '' });
    const { version } = await world.row(first.number);
    await expect(discardChangeSet(world.olga, { number: first.number, version: version - 1 })).rejects.toMatchObject({
      code: 'conflict',
    });
    await discardChangeSet(world.omar, { number: first.number, version });
    expect(await listed()).toMatchObject([
      { number: second.number },
      { name: 'Orders', state: 'discarded', current: false },
    ]);
    expect((await world.view(world.olga)).draft).toBeNull();
    await expect(save([removeMethod('/service1', 'ANY')], { number: first.number })).rejects.toMatchObject({
      code: 'conflict',
      message: expect.stringContaining('was discarded'),
    });
    expect((await world.events(first.number)).map(({ action }) => action)).toEqual([
      'change-set.created',
      'change-set.edited',
      'change-set.chosen',
      'change-set.renamed',
      'change-set.discarded',
    ]);
    expect((await listChangeSets(world.db, { states: ['draft'] })).counts).toMatchObject({ draft: 1, discarded: 1 });
  });
});
