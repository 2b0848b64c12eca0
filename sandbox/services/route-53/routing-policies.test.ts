import {
  type Change,
  ChangeResourceRecordSetsCommand,
  CreateHostedZoneCommand,
  ListResourceRecordSetsCommand,
  type ResourceRecordSet,
} from '@aws-sdk/client-route-53';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { refusalOf, startTestSandbox, type TestSandbox } from '../../test-sandbox';

type Changes = [Change['Action'], ResourceRecordSet][];

let sandbox: TestSandbox;
let zoneId: string | undefined;
let counter = 0;

beforeAll(async () => {
  sandbox = await startTestSandbox();
});
afterAll(() => sandbox.stop());
beforeEach(async () => {
  counter += 1;
  const zone = new CreateHostedZoneCommand({ Name: 'x.org', CallerReference: `${counter}` });
  zoneId = (await sandbox.route53.send(zone)).HostedZone?.Id;
});

const change = (changes: Changes) =>
  sandbox.route53.send(
    new ChangeResourceRecordSetsCommand({
      HostedZoneId: zoneId,
      ChangeBatch: { Changes: changes.map(([Action, ResourceRecordSet]) => ({ Action, ResourceRecordSet })) },
    }),
  );

async function identifiers(): Promise<(string | undefined)[]> {
  const list = await sandbox.route53.send(new ListResourceRecordSetsCommand({ HostedZoneId: zoneId }));
  return (list.ResourceRecordSets ?? []).slice(2).map((set) => set.SetIdentifier);
}

/** A record set of `r.x.org`, type A. */
const set = (more: Partial<ResourceRecordSet> = {}): ResourceRecordSet => ({
  Name: 'r.x.org',
  Type: 'A',
  TTL: 60,
  ResourceRecords: [{ Value: '192.0.2.1' }],
  ...more,
});
const weighted = (SetIdentifier: string, TTL = 60) => set({ SetIdentifier, Weight: 0, TTL });
const multi = (SetIdentifier: string) => set({ SetIdentifier, MultiValueAnswer: true });
const latency = (SetIdentifier: string) => set({ SetIdentifier, Region: 'eu-west-1' });
const geo = (SetIdentifier: string, GeoLocation: ResourceRecordSet['GeoLocation']) =>
  set({ SetIdentifier, GeoLocation });
const secondary = (SetIdentifier: string) => set({ SetIdentifier, Failover: 'SECONDARY' });
const aliasOf = (more: Partial<ResourceRecordSet> = {}): ResourceRecordSet => ({
  Name: 'r.x.org',
  Type: 'A',
  AliasTarget: {
    HostedZoneId: zoneId?.replace('/hostedzone/', ''),
    DNSName: 'other.x.org',
    EvaluateTargetHealth: false,
  },
  ...more,
});

test.each<[string, ResourceRecordSet[]]>([
  ['weights of 0 and 255', [weighted('a'), set({ SetIdentifier: 'b', Weight: 255 })]],
  ['many values', [multi('a'), multi('b')]],
  [
    'places',
    [
      geo('a', { CountryCode: '*' }),
      geo('b', { ContinentCode: 'EU' }),
      geo('c', { CountryCode: 'US', SubdivisionCode: 'VA' }),
    ],
  ],
  [
    'nearness',
    [
      set({ SetIdentifier: 'a', GeoProximityLocation: { AWSRegion: 'us-east-1', Bias: -99 } }),
      set({ SetIdentifier: 'b', GeoProximityLocation: { Coordinates: { Latitude: '48.85', Longitude: '2.35' } } }),
    ],
  ],
  ['a policy that is none', [set({ MultiValueAnswer: false })]],
])('takes %s', async (_case, sets) => {
  await change(sets.map((each) => ['CREATE', each]));
  expect(await identifiers()).toEqual(sets.map(({ SetIdentifier }) => SetIdentifier));
});

test('one batch may change the policy, or the TTL, of all sets', async () => {
  await change([
    ['CREATE', weighted('a')],
    ['CREATE', weighted('b')],
  ]);
  await change([
    ['UPSERT', weighted('a', 300)],
    ['UPSERT', weighted('b', 300)],
  ]);
  await change([
    ['UPSERT', multi('a')],
    ['UPSERT', multi('b')],
  ]);
  await change([
    ['DELETE', multi('a')],
    ['DELETE', multi('b')],
    ['CREATE', set()],
  ]);
  expect(await identifiers()).toEqual([undefined]);
});

const where = (id: string, action = 'UPSERT') =>
  `in Change with [Action=${action}, Name=r.x.org, Type=A, SetIdentifier=${id}]`;
const policies =
  '[Weight, Region, Failover, GeoLocation, MultiValueAnswer, GeoProximityLocation, or CidrRoutingConfig]';
const contents = '[AliasTarget, all of [TTL, and ResourceRecords], or TrafficPolicyInstanceId]';

test.each<[string, () => ResourceRecordSet, string]>([
  ['a policy without identifier', () => set({ Weight: 1 }), `Missing field 'SetIdentifier' ${where('null')}`],
  [
    'an identifier without policy',
    () => set({ SetIdentifier: 'a' }),
    `Expected exactly one of ${policies}, but found none ${where('a')}`,
  ],
  [
    'two policies',
    () => set({ SetIdentifier: 'a', Weight: 1, Region: 'eu-west-1' }),
    `Expected exactly one of ${policies}, but found more than one ${where('a')}`,
  ],
  [
    'an alias with a TTL',
    () => aliasOf({ TTL: 60 }),
    `Expected exactly one of ${contents}, but found more than one ${where('null')}`,
  ],
  [
    'an alias with values',
    () => aliasOf({ ResourceRecords: [{ Value: '192.0.2.1' }] }),
    `Expected exactly one of ${contents}, but found more than one ${where('null')}`,
  ],
  [
    'a TTL without values',
    () => set({ ResourceRecords: undefined }),
    `Expected exactly one of ${contents}, but found none ${where('null')}`,
  ],
  [
    'a place of two kinds',
    () => geo('a', { ContinentCode: 'EU', CountryCode: 'DE' }),
    `Expected exactly one of [ContinentCode, or CountryCode], but found more than one ${where('a')}`,
  ],
  ['no place', () => geo('a', { CountryCode: 'QQ' }), `Unsupported geographic location ${where('a')}`],
  [
    'nearness to nothing',
    () => set({ SetIdentifier: 'a', GeoProximityLocation: { Bias: 1 } }),
    `Expected exactly one of [AWSRegion, LocalZoneGroup, or Coordinates], but found none ${where('a')}`,
  ],
])('refuses %s', async (_case, make, message) => {
  const refusal = await refusalOf(change([['UPSERT', make()]]));
  expect(refusal).toEqual({ name: 'InvalidInput', message: `Invalid request: ${message}`, status: 400 });
});

const rrset = 'RRSet with DNS name r.x.org., type A';

test.each<[string, ResourceRecordSet[], ResourceRecordSet[], string[]]>([
  [
    'a simple set beside others',
    [weighted('a')],
    [set()],
    [`${rrset} cannot be created as other RRSets exist with the same name and type.`],
  ],
  [
    'a weighted set beside a simple one',
    [set()],
    [weighted('a')],
    [`${rrset}, SetIdentifier a cannot be created as a non-weighted set exists with the same name and type.`],
  ],
  [
    'a weighted set beside latency',
    [latency('a')],
    [weighted('b')],
    [`${rrset}, SetIdentifier b cannot be created as a non-weighted set exists with the same name and type.`],
  ],
  [
    'many values beside a simple set',
    [set()],
    [multi('a')],
    [
      `${rrset}, SetIdentifier a cannot be created because a non multivalue answer rrset exists with the same name and type.`,
    ],
  ],
  [
    'weights of two TTLs',
    [weighted('a')],
    [weighted('b', 61)],
    [
      'RRSet with DNS name r.x.org. and type A, SetIdentifier b cannot be created as weighted sets must contain the same TTL.',
    ],
  ],
  [
    'a region twice',
    [latency('a')],
    [latency('b')],
    [
      `${rrset}, SetIdentifier b, and Region Name=eu-west-1 cannot be created because a latency RRSet with the same name, type and region already exists.`,
    ],
  ],
  [
    'a place twice',
    [geo('a', { CountryCode: 'DE' })],
    [geo('b', { CountryCode: 'DE' })],
    [
      `${rrset}, SetIdentifier b, and GeoLocation Name=DE cannot be created because a geolocation RRSet with the same name, type and geolocation already exists.`,
    ],
  ],
  [
    'two secondaries',
    [secondary('a')],
    [secondary('b')],
    [
      `${rrset}, SetIdentifier b, and Failover Name=SECONDARY cannot be created because a failover RRSet with the same name, type and failover already exists.`,
    ],
  ],
  [
    'a primary without health check',
    [],
    [set({ SetIdentifier: 'a', Failover: 'PRIMARY' })],
    ['A non-alias primary ResourceRecordSet must have an associated health check. No changes made.'],
  ],
  [
    'values twice',
    [],
    [set({ ResourceRecords: ['1', '2', '1'].map((n) => ({ Value: `192.0.2.${n}` })) })],
    ["Duplicate Resource Record: '192.0.2.1'"],
  ],
  [
    'all at once',
    [weighted('a')],
    [set(), weighted('b', 5)],
    [
      `${rrset} cannot be created as other RRSets exist with the same name and type.`,
      `${rrset}, SetIdentifier b cannot be created as a non-weighted set exists with the same name and type.`,
    ],
  ],
  [
    'more values than AWS takes',
    [],
    [set({ ResourceRecords: Array.from({ length: 401 }, (_, n) => ({ Value: `10.0.${n >> 8}.${n & 255}` })) })],
    ['Cannot have more than 400 records in a RRSet.'],
  ],
])('refuses %s', async (_case, there, more, messages) => {
  if (there.length > 0) await change(there.map((each) => ['CREATE', each]));
  const refusal = await refusalOf(change(more.map((each) => ['CREATE', each])));
  expect(refusal).toEqual({ name: 'InvalidChangeBatch', message: `[${messages.join(', ')}]`, status: 400 });
  expect(await identifiers()).toEqual(there.map(({ SetIdentifier }) => SetIdentifier));
});

test('of one name and type there are a hundred sets at most', async () => {
  const sets = Array.from({ length: 101 }, (_, index) => weighted(`w${index}`));
  expect((await refusalOf(change(sets.map((each) => ['CREATE', each])))).message).toContain(
    'Exceeded limit on number of weighted RRSets for r.x.org., type A in this zone.',
  );
  await change(sets.slice(1).map((each) => ['CREATE', each]));
});

test('a health check, a traffic policy and a CIDR collection must exist, and none does; aliases have one value', async () => {
  const health = await refusalOf(change([['CREATE', set({ ...weighted('a'), HealthCheckId: 'abc' })]]));
  expect(health).toEqual({ name: 'NoSuchHealthCheck', message: 'No health check found with ID: abc', status: 404 });
  const collection = { CollectionId: '12345678-1234-1234-1234-123456789012', LocationName: 'a' };
  const cidr = await refusalOf(change([['CREATE', set({ SetIdentifier: 'a', CidrRoutingConfig: collection })]]));
  expect(cidr).toMatchObject({ name: 'InvalidInput', message: "The CIDR collection you specified, doesn't exist." });
  const alias = await refusalOf(change([['CREATE', aliasOf({ SetIdentifier: 'a', MultiValueAnswer: true })]]));
  expect(alias).toMatchObject({ name: 'InvalidInput', message: "You can't create multivalue answer alias records." });
  const policy: ResourceRecordSet = { Name: 'r.x.org', Type: 'A', TrafficPolicyInstanceId: 'abc' };
  expect(await refusalOf(change([['CREATE', policy]]))).toMatchObject({ name: 'InvalidInput' });
});

test('the values of a batch have 32,000 characters at most, of an UPSERT half as many', async () => {
  const Value = Array(8)
    .fill(`"${'t'.repeat(248)}"`)
    .join(' ');
  const texts = (action: 'CREATE' | 'UPSERT', count: number) =>
    change(
      Array.from({ length: count }, (_, index) => [
        action,
        set({ Type: 'TXT', Name: `t${index}.x.org`, ResourceRecords: [{ Value }] }),
      ]),
    );
  const message = '[RDATA character limit of 32000 exceeded.]';
  expect((await refusalOf(texts('CREATE', 16))).message).toBe(message);
  expect((await refusalOf(texts('UPSERT', 8))).message).toBe(message);
  await texts('CREATE', 15);
});
