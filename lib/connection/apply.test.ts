import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { operatorPolicies, readOnlyPolicies } from '@/lib/aws/iam/policies';
import { type ChangeWorld, changeWorld } from '@/lib/changes/testing/change-world';
import { putMethod, setHeader } from '@/lib/changes/testing/edits';
import { changeGate } from './change-gate';
import { readPolicyScope } from './read-policy-scope';

let world: ChangeWorld;
beforeAll(async () => {
  world = await changeWorld();
});
afterAll(() => world.stop());

describe('change sets', () => {
  it('stop before their first call while the account is not confirmed', async () => {
    const identify = async () => ({ account: '123456789012' });
    const aws = world.box.door({
      refuseChange: changeGate({ db: world.db, place: { region: 'us-east-1', endpoint: world.box.url }, identify }),
    });
    const number = await world.request([setHeader('/service1', 'X-Unconfirmed', "'1'")]);
    await world.runOnce({ ...world.olga, aws });
    const row = await world.row(number);
    expect(row.state).toBe('stopped');
    expect(row.failure).toMatchObject({
      sentence: expect.stringContaining('Waiting for confirmation'),
      fix: expect.stringContaining('/settings/connection'),
    });
    expect(await world.box.calls('UpdateIntegration')).toEqual([]);
    expect(await world.box.calls('PutIntegration')).toEqual([]);
  });

  it('are applied and deployed with the generated policies', async () => {
    const scope = await readPolicyScope(world.db, { region: 'us-east-1', account: '123456789012' });
    const Statement = [...readOnlyPolicies(scope), ...operatorPolicies(scope)].flatMap(
      ({ document }) => document.Statement,
    );
    await world.box.admin('PUT', 'policy', { Version: '2012-10-17', Statement });
    const edits = [
      putMethod('/least/{id}', 'GET'),
      putMethod('/least', 'POST'),
      setHeader('/service1', 'X-Least', "'1'"),
    ];
    const number = await world.request(edits, 'prod', 'with least privilege');
    await world.runOnce();
    expect(await world.row(number)).toMatchObject({ state: 'applied', failure: null });
  });
});
