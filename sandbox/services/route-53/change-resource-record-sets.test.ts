import {
  type Change,
  ChangeResourceRecordSetsCommand,
  CreateHostedZoneCommand,
  ListResourceRecordSetsCommand,
  type ResourceRecordSet,
} from '@aws-sdk/client-route-53';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { keyOf, scopeOf } from '../../scope';
import { State } from '../../state';
import { refusalOf, startTestSandbox, type TestSandbox } from '../../test-sandbox';

let sandbox: TestSandbox;
let zoneId: string | undefined;
let counter = 0;
const target = 'd-abcdefghij.execute-api.us-east-1.amazonaws.com';

beforeAll(async () => {
  sandbox = await startTestSandbox();
  // A domain to alias to, put straight into the state: how it came there is another test's matter.
  const state = State.open(`${sandbox.dataDir}/sandbox`);
  await state.write((tx) =>
    tx.put('domainNames', keyOf.domainName(scopeOf('us-east-1'), 'x.org'), {
      domainName: 'x.org',
      regionalDomainName: target,
    }),
  );
  await state.close();
});
afterAll(() => sandbox.stop());
beforeEach(async () => {
  counter += 1;
  const answer = await sandbox.route53.send(
    new CreateHostedZoneCommand({ Name: 'x.org', CallerReference: `${counter}` }),
  );
  zoneId = answer.HostedZone?.Id;
});

function change(...changes: [Change['Action'], ResourceRecordSet][]) {
  return sandbox.route53.send(
    new ChangeResourceRecordSetsCommand({
      HostedZoneId: zoneId,
      ChangeBatch: {
        Comment: 'test',
        Changes: changes.map(([Action, ResourceRecordSet]) => ({ Action, ResourceRecordSet })),
      },
    }),
  );
}

const record = (Name: string, Type: ResourceRecordSet['Type'], ...values: string[]): ResourceRecordSet => ({
  Name,
  Type,
  TTL: 300,
  ResourceRecords: values.map((Value) => ({ Value })),
});

const alias = (Name: string, HostedZoneId: string, DNSName: string): ResourceRecordSet => ({
  Name,
  Type: 'A',
  AliasTarget: { HostedZoneId, DNSName, EvaluateTargetHealth: false },
});

async function names(): Promise<string[]> {
  const { ResourceRecordSets = [] } = await sandbox.route53.send(
    new ListResourceRecordSetsCommand({ HostedZoneId: zoneId }),
  );
  return ResourceRecordSets.slice(2).map((set) => `${set.Name} ${set.Type}`);
}

test('creates, replaces and deletes; names are lower case with a dot, a star is escaped', async () => {
  const { ChangeInfo } = await change(
    ['CREATE', record('*.X.org', 'A', '192.0.2.1')],
    ['CREATE', record('\\052.y.x.org.', 'TXT', '"a b" "c"')],
  );
  expect(ChangeInfo).toMatchObject({ Comment: 'test' });
  expect(await names()).toEqual(['\\052.x.org. A', '\\052.y.x.org. TXT']);
  await change(['UPSERT', record('*.x.org', 'A', '192.0.2.2', '192.0.2.3')]);
  await change(['DELETE', record('*.x.org', 'A', '192.0.2.3', '192.0.2.2')]);
  expect(await names()).toEqual(['\\052.y.x.org. TXT']);
});

test('an alias to a regional domain comes back with a dot', async () => {
  await change(['UPSERT', alias('x.org', 'Z1UJRXOUMOOFQ8', target)]);
  const { ResourceRecordSets } = await sandbox.route53.send(
    new ListResourceRecordSetsCommand({ HostedZoneId: zoneId }),
  );
  expect(ResourceRecordSets?.[0]).toEqual({
    Name: 'x.org.',
    Type: 'A',
    AliasTarget: { HostedZoneId: 'Z1UJRXOUMOOFQ8', DNSName: `${target}.`, EvaluateTargetHealth: false },
  });
});

test('a batch is all or nothing, and its changes are looked at in order', async () => {
  await change(['CREATE', record('a.x.org', 'A', '192.0.2.1')]);
  const refusal = await refusalOf(
    change(['CREATE', record('b.x.org', 'A', '192.0.2.1')], ['CREATE', record('a.x.org', 'A', '192.0.2.1')]),
  );
  expect(refusal.message).toBe(
    "[Tried to create resource record set [name='a.x.org.', type='A'] but it already exists]",
  );
  expect(await names()).toEqual(['a.x.org. A']);
  await change(['DELETE', record('a.x.org', 'A', '192.0.2.1')], ['CREATE', record('a.x.org', 'CNAME', 'b.x.org')]);
  expect(await names()).toEqual(['a.x.org. CNAME']);
});

test('weighted sets stand side by side', async () => {
  const weighted = (SetIdentifier: string) => ({ ...record('w.x.org', 'A', '192.0.2.1'), SetIdentifier, Weight: 1 });
  await change(['CREATE', weighted('one')], ['CREATE', weighted('two')]);
  expect(await names()).toEqual(['w.x.org. A', 'w.x.org. A']);
  expect((await refusalOf(change(['CREATE', record('w.x.org', 'A', '192.0.2.9')]))).message).toContain(
    'cannot be created as other RRSets exist',
  );
  expect((await refusalOf(change(['CREATE', weighted('two')]))).message).toBe(
    "[Tried to create resource record set [name='w.x.org.', type='A', set-identifier='two'] but it already exists]",
  );
});

const a = record('a.x.org', 'A', '192.0.2.1');
const cname = record('c.x.org', 'CNAME', 'a.x.org');

test.each<[string, [Change['Action'], ResourceRecordSet][], string]>([
  [
    'not found',
    [['DELETE', record('n.x.org', 'A', '192.0.2.1')]],
    "[Tried to delete resource record set [name='n.x.org.', type='A'] but it was not found]",
  ],
  [
    'other values',
    [['DELETE', record('a.x.org', 'A', '192.0.2.2')]],
    "[Tried to delete resource record set [name='a.x.org.', type='A'] but the values provided do not match the current values]",
  ],
  [
    'CNAME beside A',
    [['UPSERT', record('a.x.org', 'CNAME', 'b.x.org')]],
    '[RRSet of type CNAME with DNS name a.x.org. is not permitted as it conflicts with other records with the same DNS name in zone x.org.]',
  ],
  [
    'A beside CNAME',
    [['UPSERT', record('c.x.org', 'A', '192.0.2.1')]],
    '[RRSet of type A with DNS name c.x.org. is not permitted because a conflicting RRSet of type CNAME with the same DNS name already exists in zone x.org.]',
  ],
  [
    'CNAME at apex',
    [['CREATE', record('x.org', 'CNAME', 'b.x.org')]],
    '[RRSet of type CNAME with DNS name x.org. is not permitted at apex in zone x.org.]',
  ],
  [
    'outside',
    [['CREATE', record('a.other.org', 'A', '192.0.2.1')]],
    '[RRSet with DNS name a.other.org. is not permitted in zone x.org.]',
  ],
  [
    'wrong alias zone',
    [['UPSERT', alias('x.org', 'ZLY8HYME6SFDD', target)]],
    `[Tried to create an alias that targets ${target}., type A in zone ZLY8HYME6SFDD, but the alias target name does not lie within the target zone, Tried to create an alias that targets ${target}., type A in zone ZLY8HYME6SFDD, but that target was not found]`,
  ],
  [
    'alias to nothing',
    [['UPSERT', alias('x.org', 'Z1UJRXOUMOOFQ8', `d-${target.slice(3)}`)]],
    `[Tried to create an alias that targets d-${target.slice(3)}., type A in zone Z1UJRXOUMOOFQ8, but that target was not found]`,
  ],
  [
    'bad IPv4',
    [['CREATE', record('b.x.org', 'A', '1.2.3')]],
    "[Invalid Resource Record: 'FATAL problem: ARRDATAIllegalIPv4Address (Value is not a valid IPv4 address) encountered with '1.2.3'']",
  ],
  [
    'spaces',
    [['CREATE', record('b.x.org', 'CNAME', 'a b')]],
    "[Invalid Resource Record: 'FATAL problem: ARRDATANotSingleField (Value contains spaces) encountered with 'a b'']",
  ],
  [
    'unquoted text',
    [['CREATE', record('b.x.org', 'TXT', 'text')]],
    "[Invalid Resource Record: 'FATAL problem: InvalidCharacterString (Value should be enclosed in quotation marks) encountered with 'text'']",
  ],
  [
    'empty label',
    [['CREATE', record('b..x.org', 'A', '192.0.2.1')]],
    "[FATAL problem: DomainLabelEmpty (Domain label is empty) encountered with 'b..x.org']",
  ],
  [
    'the same twice',
    [
      ['DELETE', a],
      ['DELETE', a],
    ],
    "[The request contains an invalid set of changes for a resource record set 'A a.x.org.']",
  ],
  [
    'several problems',
    [
      ['CREATE', a],
      ['CREATE', record('b.x.org', 'A', 'x')],
    ],
    "[Tried to create resource record set [name='a.x.org.', type='A'] but it already exists, Invalid Resource Record: 'FATAL problem: ARRDATAIllegalIPv4Address (Value is not a valid IPv4 address) encountered with 'x'']",
  ],
  [
    'too many',
    [['UPSERT', record('m.x.org', 'A', ...Array.from({ length: 501 }, (_, i) => `10.0.${i >> 8}.${i & 255}`))]],
    '[Number of records limit of 1000 exceeded.]',
  ],
])('refuses: %s', async (_case, changes, message) => {
  await change(['CREATE', a], ['CREATE', cname]);
  expect(await refusalOf(change(...changes))).toEqual({ name: 'InvalidChangeBatch', message, status: 400 });
  expect(await names()).toEqual(['a.x.org. A', 'c.x.org. CNAME']);
});

test.each<[string, ResourceRecordSet, string]>([
  [
    'neither',
    { Name: 'a.x.org', Type: 'A' },
    'Invalid request: Expected exactly one of [AliasTarget, all of [TTL, and ResourceRecords], or TrafficPolicyInstanceId], but found none in Change with [Action=DELETE, Name=a.x.org, Type=A, SetIdentifier=null]',
  ],
  [
    'both',
    { ...alias('a.x.org', 'Z1UJRXOUMOOFQ8', target), TTL: 5, ResourceRecords: [{ Value: '192.0.2.1' }] },
    'Invalid request: Expected exactly one of [AliasTarget, all of [TTL, and ResourceRecords], or TrafficPolicyInstanceId], but found more than one in Change with [Action=DELETE, Name=a.x.org, Type=A, SetIdentifier=null]',
  ],
  [
    'no TTL',
    { Name: 'a.x.org', Type: 'A', ResourceRecords: [{ Value: '192.0.2.1' }] },
    'but found none in Change with',
  ],
  [
    'a type that is none',
    { ...record('a.x.org', 'A', '192.0.2.1'), Type: 'ALIAS' as 'A' },
    "Invalid XML ; cvc-enumeration-valid: Value 'ALIAS'",
  ],
])('refuses the shape: %s', async (_case, set, message) => {
  const refusal = await refusalOf(change(['DELETE', set]));
  expect(refusal).toMatchObject({ name: 'InvalidInput', status: 400 });
  expect(refusal.message).toContain(message);
});

test('an empty batch is no document of the schema', async () => {
  expect(await refusalOf(change())).toEqual({
    name: 'InvalidInput',
    message: `Invalid XML ; cvc-complex-type.2.4.b: The content of element 'Changes' is not complete. One of '{"https://route53.amazonaws.com/doc/2013-04-01/":Change}' is expected.`,
    status: 400,
  });
});

test('SOA and NS of the zone stay', async () => {
  const { ResourceRecordSets = [] } = await sandbox.route53.send(
    new ListResourceRecordSetsCommand({ HostedZoneId: zoneId }),
  );
  const messages = await Promise.all(
    ResourceRecordSets.map(async (set) => (await refusalOf(change(['DELETE', set]))).message),
  );
  expect(messages).toEqual([
    '[A HostedZone must contain at least one NS record for the zone itself.]',
    '[A HostedZone must contain exactly one SOA record.]',
  ]);
});
