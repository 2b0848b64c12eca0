import { eq, like } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Aws } from '@/lib/aws/clients';
import { operatorPolicies, readOnlyPolicies } from '@/lib/aws/iam/policies';
import type { Context } from '@/lib/context';
import { auditEvents, settings } from '@/lib/db/schema';
import { startWorld, type World } from '@/lib/domains/testing/world';
import { syncInventory } from '@/lib/inventory/sync-inventory';
import { changeGate } from './change-gate';
import { confirmMutations } from './confirm-mutations';
import { readConnection } from './read-connection';
import { readPolicyScope } from './read-policy-scope';
import { refreshIdentity } from './refresh-identity';
import { runPreflight } from './run-preflight';
import { startConnectionWatch } from './start-connection-watch';

let world: World;
let ctx: Context;
beforeAll(async () => {
  world = await startWorld();
  await syncInventory(world.ctx);
  const admin = {
    kind: 'user',
    id: '00000000-0000-4000-8000-00000000000a',
    name: 'ada@example.com',
    ip: null,
  } as const;
  ctx = { ...world.ctx, actor: admin };
});
afterAll(() => world.stop());
beforeEach(async () => {
  await world.ctx.db.delete(settings).where(like(settings.key, 'connection.%'));
  await world.admin('DELETE', 'faults');
  await world.admin('DELETE', 'policy');
});

const account = '123456789012';
const placeOf = () => ({ region: 'us-east-1', endpoint: world.url });
const stateOf = () => readConnection(ctx.db, placeOf());
const eventsOf = (action: string) =>
  ctx.db.select().from(auditEvents).where(eq(auditEvents.action, action)).orderBy(auditEvents.id);
const otherAccount = () => world.door({ credentials: { accessKeyId: '210987654321', secretAccessKey: 'x' } });
/** A door as `getContext` makes it where changes have to be confirmed. */
function guarded(credentials?: { accessKeyId: string; secretAccessKey: string }): Aws {
  const identity = world.door(credentials ? { credentials } : {});
  const identify = async () => (await import('@/lib/aws/sts/get-caller-identity')).getCallerIdentity(identity);
  return world.door({
    ...(credentials ? { credentials } : {}),
    refuseChange: changeGate({ db: ctx.db, place: placeOf(), identify }),
  });
}

describe('who we are', () => {
  it('is kept with its time, and another identity is written down', async () => {
    expect(await stateOf()).toEqual({ identity: null, failure: null, preflight: null, confirmed: null });
    await refreshIdentity(ctx);
    const { identity } = await stateOf();
    expect(identity).toMatchObject({ account, region: 'us-east-1', source: 'built in, for the sandbox' });
    const before = (await eventsOf('connection.identity-changed')).length;
    await refreshIdentity(ctx);
    expect(await eventsOf('connection.identity-changed')).toHaveLength(before);
    await refreshIdentity({ ...ctx, aws: otherAccount() });
    expect((await eventsOf('connection.identity-changed')).slice(before)).toMatchObject([
      {
        resourceType: 'aws-account',
        resourceId: '210987654321',
        before: { account },
        after: { account: '210987654321' },
      },
    ]);
  });

  it('stays while STS does not answer, with the reason beside it', async () => {
    await refreshIdentity(ctx);
    await world.fault({ service: 'sts', kind: 'error', status: 403, code: 'ExpiredToken' });
    await refreshIdentity(ctx);
    expect(await stateOf()).toMatchObject({
      identity: { account },
      failure: { sentence: 'The AWS credentials have expired.', fix: 'Renew them and restart Gatehouse.' },
    });
  });

  it('in another region, or behind another endpoint, is not known yet', async () => {
    await refreshIdentity(ctx);
    expect((await readConnection(ctx.db, { ...placeOf(), region: 'eu-central-1' })).identity).toBeNull();
    expect((await readConnection(ctx.db, { ...placeOf(), endpoint: null })).identity).toBeNull();
  });
});

describe('the preflight', () => {
  it('keeps what is missing, with the identity it holds for, and writes itself down', async () => {
    const denied = { Effect: 'Deny', Action: 'acm:RequestCertificate', Resource: '*' };
    const Statement = [{ Effect: 'Allow', Action: '*', Resource: '*' }, denied];
    await world.admin('PUT', 'policy', { Version: '2012-10-17', Statement });
    await runPreflight(ctx);
    const { preflight } = await stateOf();
    expect(preflight).toMatchObject({ account, region: 'us-east-1', arn: `arn:aws:iam::${account}:user/sandbox` });
    const missing = preflight?.permissions.filter(({ verdict }) => verdict === 'missing');
    expect(missing?.map(({ operation }) => operation)).toEqual(['RequestCertificate']);
    const outcome = (await eventsOf('connection.preflight-run')).at(-1);
    expect(outcome).toMatchObject({
      phase: 'outcome',
      result: 'ok',
      after: { missing: ['RequestCertificate'] },
      actorName: 'ada@example.com',
    });
    await refreshIdentity({ ...ctx, aws: otherAccount() });
    expect((await stateOf()).preflight).toBeNull();
  });

  it('runs once at a time, and one that died is not waited for', async () => {
    const key = 'connection.preflight-running';
    await ctx.db.insert(settings).values({ key, value: {}, updatedAt: new Date() });
    await expect(runPreflight(ctx)).rejects.toMatchObject({
      code: 'conflict',
      message: 'A preflight is running already.',
    });
    await ctx.db
      .update(settings)
      .set({ updatedAt: new Date(Date.now() - 4 * 60_000) })
      .where(eq(settings.key, key));
    await runPreflight(ctx);
    expect(await ctx.db.$count(settings, eq(settings.key, key))).toBe(0);
  });

  it('says why there is none', async () => {
    await world.fault({ service: 'sts', kind: 'error', status: 403, code: 'InvalidClientTokenId' });
    await expect(runPreflight(ctx)).rejects.toMatchObject({ message: 'AWS does not accept the credentials.' });
    expect((await stateOf()).preflight).toBeNull();
  });
});

it('the watch asks who we are, and tries the permissions of whoever is new', async () => {
  const log = { warn: () => {} };
  const watch = startConnectionWatch({ getContext: async () => ctx, log, preflight: true, soonMs: 20, intervalMs: 20 });
  try {
    await expect.poll(async () => (await stateOf()).preflight?.account, { timeout: 20_000 }).toBe(account);
    const runs = (await eventsOf('connection.preflight-run')).length;
    await new Promise((resolve) => setTimeout(resolve, 200));
    expect(await eventsOf('connection.preflight-run')).toHaveLength(runs);
  } finally {
    await watch.stop();
  }
});

describe('before anything is changed', () => {
  it('an administrator confirms the account; a domain waits for that and then goes on', async () => {
    const aws = guarded();
    const system = { ...world.ctx, aws };
    const id = await world.want('confirm.example.com');
    const status = await world.pass(id, system);
    expect(status).toMatchObject({
      headline: 'Needs operator',
      sentence: expect.stringContaining(
        'Waiting for confirmation: nothing is changed in AWS account 1234-5678-9012 (us-east-1)',
      ),
      trouble: { code: 'unconfirmed', fix: expect.stringContaining('/settings/connection') },
    });
    await world.pass(id, system);
    // No intents: nothing was begun.
    const written = (await world.actions('confirm-example-com')).map(({ action }) => action);
    expect([...new Set(written)]).toEqual(['domain.headline-changed']);

    await confirmMutations({ ...ctx, aws }, { account });
    expect(await eventsOf('connection.mutations-confirmed')).toMatchObject([
      { resourceId: account, actorName: 'ada@example.com', after: { account, region: 'us-east-1' } },
    ]);
    const row = await world.row(id);
    expect(row?.nextCheckAt?.getTime()).toBeLessThanOrEqual(Date.now());
    await world.run(id, 'Live', system);
  });

  it('another number confirms nothing', async () => {
    const aws = guarded();
    const refused = confirmMutations({ ...ctx, aws }, { account: '210987654321' });
    await expect(refused).rejects.toMatchObject({
      code: 'invalid',
      options: { fields: { account: expect.any(String) } },
    });
    await expect(aws.refuseUnconfirmed()).rejects.toMatchObject({ kind: 'unconfirmed' });
  });

  it('other credentials are asked again, and so is another region', async () => {
    const aws = guarded();
    await confirmMutations({ ...ctx, aws }, { account });
    await aws.refuseUnconfirmed();
    await expect(
      guarded({ accessKeyId: '210987654321', secretAccessKey: 'x' }).refuseUnconfirmed(),
    ).rejects.toMatchObject({
      kind: 'unconfirmed',
      message: expect.stringContaining('2109-8765-4321'),
    });
    const elsewhere = changeGate({
      db: ctx.db,
      place: { ...placeOf(), region: 'eu-central-1' },
      identify: async () => ({ account }),
    });
    expect(await elsewhere()).toMatchObject({ sentence: expect.stringContaining('(eu-central-1)') });
    const place = { ...placeOf(), endpoint: null };
    const atAws = changeGate({ db: ctx.db, place, identify: async () => ({ account }) });
    expect(await atAws()).not.toBeNull();
  });

  it('an account that can not be asked for is not changed, and that may pass', async () => {
    const aws = guarded();
    await confirmMutations({ ...ctx, aws }, { account });
    await world.fault({ service: 'sts', kind: 'reset-before' });
    await expect(aws.refuseUnconfirmed()).rejects.toMatchObject({ kind: 'unreachable', retryable: true });
  });
});

it('the generated policies are all that a domain needs, from nothing to Live and away again', async () => {
  const scope = await readPolicyScope(ctx.db, { region: 'us-east-1', account });
  expect(scope).toMatchObject({ restApiId: world.restApiId, zoneIds: [world.zoneId] });
  const Statement = [...readOnlyPolicies(scope), ...operatorPolicies(scope)].flatMap(
    ({ document }) => document.Statement,
  );
  await world.admin('PUT', 'policy', { Version: '2012-10-17', Statement });
  expect(await syncInventory(ctx)).toEqual({ failed: [] });
  const id = await world.want('least.example.com', { basePaths: ['', 'orders'] });
  await world.run(id, 'Live');
  await world.wantAbsent(id);
  const gone = await world.run(id, 'Gone');
  expect(gone.steps.every(({ state }) => state === 'done' || state === 'skipped')).toBe(true);
});
