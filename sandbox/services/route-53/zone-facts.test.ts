import {
  ChangeResourceRecordSetsCommand,
  CreateHostedZoneCommand,
  CreateReusableDelegationSetCommand,
  DeleteReusableDelegationSetCommand,
  GetAccountLimitCommand,
  GetHealthCheckCountCommand,
  GetHostedZoneCommand,
  GetHostedZoneCountCommand,
  GetHostedZoneLimitCommand,
  GetReusableDelegationSetCommand,
  GetReusableDelegationSetLimitCommand,
  GetTrafficPolicyInstanceCountCommand,
  ListReusableDelegationSetsCommand,
  ListTagsForResourcesCommand,
  type ResourceRecordSet,
  TestDNSAnswerCommand,
  UpdateHostedZoneCommentCommand,
} from '@aws-sdk/client-route-53';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { refusalOf, startTestSandbox, type TestSandbox } from '../../test-sandbox';

let sandbox: TestSandbox;
beforeAll(async () => {
  sandbox = await startTestSandbox();
});
afterAll(() => sandbox.stop());

const create = (Name: string, more: { DelegationSetId?: string | undefined } = {}) =>
  sandbox.route53.send(new CreateHostedZoneCommand({ Name, CallerReference: Name, ...more }));

test('reusable delegation sets give zones their name servers', async () => {
  const { route53 } = sandbox;
  const { DelegationSet: set } = await route53.send(new CreateReusableDelegationSetCommand({ CallerReference: 'one' }));
  expect(set).toMatchObject({ Id: expect.stringMatching(/^\/delegationset\/N/), CallerReference: 'one' });
  const Id = set?.Id;
  const { DelegationSet: used, HostedZone } = await create('set.org', { DelegationSetId: Id });
  expect(used?.NameServers).toEqual(set?.NameServers);
  const zone = await route53.send(new GetHostedZoneCommand({ Id: HostedZone?.Id }));
  expect(zone.DelegationSet?.NameServers).toEqual(set?.NameServers);
  expect((await route53.send(new GetReusableDelegationSetCommand({ Id }))).DelegationSet).toEqual(set);
  expect((await route53.send(new ListReusableDelegationSetsCommand({}))).DelegationSets).toEqual([set]);
  const Type = 'MAX_ZONES_BY_REUSABLE_DELEGATION_SET';
  const limit = await route53.send(new GetReusableDelegationSetLimitCommand({ DelegationSetId: Id, Type }));
  expect(limit).toMatchObject({ Limit: { Type, Value: 100 }, Count: 1 });
  expect(await refusalOf(route53.send(new DeleteReusableDelegationSetCommand({ Id })))).toMatchObject({
    name: 'DelegationSetInUse',
  });
  const again = route53.send(new CreateReusableDelegationSetCommand({ CallerReference: 'one' }));
  expect(await refusalOf(again)).toMatchObject({ name: 'DelegationSetAlreadyCreated' });
  expect(await refusalOf(create('other.org', { DelegationSetId: 'N0' }))).toMatchObject({
    name: 'NoSuchDelegationSet',
  });
});

test('counts, limits, comments and tags of zones', async () => {
  const { route53 } = sandbox;
  const before = (await route53.send(new GetHostedZoneCountCommand({}))).HostedZoneCount ?? 0;
  const { HostedZone } = await create('facts.org');
  const Id = HostedZone?.Id;
  expect((await route53.send(new GetHostedZoneCountCommand({}))).HostedZoneCount).toBe(before + 1);
  const own = await route53.send(new GetAccountLimitCommand({ Type: 'MAX_HOSTED_ZONES_BY_OWNER' }));
  expect(own).toMatchObject({ Limit: { Value: 500 }, Count: before + 1 });
  const limit = new GetHostedZoneLimitCommand({ HostedZoneId: Id, Type: 'MAX_RRSETS_BY_ZONE' });
  expect(await route53.send(limit)).toMatchObject({ Limit: { Value: 10_000 }, Count: 2 });
  expect((await route53.send(new GetHealthCheckCountCommand({}))).HealthCheckCount).toBe(0);
  expect((await route53.send(new GetTrafficPolicyInstanceCountCommand({}))).TrafficPolicyInstanceCount).toBe(0);
  const comment = async (Comment?: string) =>
    (await route53.send(new UpdateHostedZoneCommentCommand({ Id, Comment }))).HostedZone?.Config;
  expect(await comment('ours')).toEqual({ Comment: 'ours', PrivateZone: false });
  expect(await comment()).toEqual({ PrivateZone: false });
  const bare = (Id ?? '').replace('/hostedzone/', '');
  const tags = await route53.send(new ListTagsForResourcesCommand({ ResourceType: 'hostedzone', ResourceIds: [bare] }));
  expect(tags.ResourceTagSets).toEqual([{ ResourceType: 'hostedzone', ResourceId: bare, Tags: [] }]);
});

test('a zone is asked for its answers; weights and regions choose among sets', async () => {
  const { route53 } = sandbox;
  const { HostedZone } = await create('answer.org');
  const HostedZoneId = HostedZone?.Id;
  const set = (Name: string, value: string, more: Partial<ResourceRecordSet>): ResourceRecordSet => ({
    Name,
    Type: 'A',
    TTL: 60,
    ResourceRecords: [{ Value: value }],
    ...more,
  });
  const sets = [
    set('plain.answer.org', '192.0.2.1', {}),
    set('weighted.answer.org', '192.0.2.2', { SetIdentifier: 'all', Weight: 10 }),
    set('weighted.answer.org', '192.0.2.3', { SetIdentifier: 'none', Weight: 0 }),
    set('near.answer.org', '192.0.2.4', { SetIdentifier: 'far', Region: 'eu-west-1' }),
    set('near.answer.org', '192.0.2.5', { SetIdentifier: 'near', Region: 'us-east-1' }),
  ];
  const Changes = sets.map((ResourceRecordSet) => ({ Action: 'CREATE' as const, ResourceRecordSet }));
  await route53.send(new ChangeResourceRecordSetsCommand({ HostedZoneId, ChangeBatch: { Changes } }));
  const ask = async (RecordName: string) => {
    const answer = await route53.send(new TestDNSAnswerCommand({ HostedZoneId, RecordName, RecordType: 'A' }));
    return [answer.ResponseCode, answer.RecordData];
  };
  expect(await ask('plain.answer.org')).toEqual(['NOERROR', ['192.0.2.1']]);
  for (let n = 0; n < 5; n += 1) expect(await ask('weighted.answer.org')).toEqual(['NOERROR', ['192.0.2.2']]);
  expect(await ask('near.answer.org')).toEqual(['NOERROR', ['192.0.2.5']]);
  expect(await ask('nowhere.answer.org')).toEqual(['NXDOMAIN', []]);
});
