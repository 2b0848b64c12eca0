import {
  ChangeResourceRecordSetsCommand,
  ChangeTagsForResourceCommand,
  CreateHostedZoneCommand,
  CreateReusableDelegationSetCommand,
  GetAccountLimitCommand,
  GetCheckerIpRangesCommand,
  GetGeoLocationCommand,
  GetHostedZoneCommand,
  GetHostedZoneLimitCommand,
  GetReusableDelegationSetLimitCommand,
  ListGeoLocationsCommand,
  ListResourceRecordSetsCommand,
  TestDNSAnswerCommand,
} from '@aws-sdk/client-route-53';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { refusalOf, startTestSandbox, type TestSandbox } from '../../test-sandbox';

let sandbox: TestSandbox;
let counter = 0;

beforeAll(async () => {
  sandbox = await startTestSandbox();
});
afterAll(() => sandbox.stop());
afterEach(() => turn({ maxHostedZones: 500, maxRecordsPerZone: 10_000, maxReusableDelegationSets: 100 }));

const turn = (dials: Record<string, unknown>) => sandbox.admin('PATCH', 'dials', dials);

const createZone = (Name: string, DelegationSetId?: string) => {
  counter += 1;
  return sandbox.route53.send(new CreateHostedZoneCommand({ Name, CallerReference: `${counter}`, DelegationSetId }));
};

const createSet = (HostedZoneId?: string) => {
  counter += 1;
  return sandbox.route53.send(new CreateReusableDelegationSetCommand({ CallerReference: `${counter}`, HostedZoneId }));
};

const put = (HostedZoneId: string | undefined, Action: 'UPSERT' | 'DELETE', Name: string) =>
  sandbox.route53.send(
    new ChangeResourceRecordSetsCommand({
      HostedZoneId,
      ChangeBatch: {
        Changes: [
          { Action, ResourceRecordSet: { Name, Type: 'A', TTL: 1, ResourceRecords: [{ Value: '192.0.2.1' }] } },
        ],
      },
    }),
  );

test('an account has so many zones, and its limit says so', async () => {
  await createZone('first.org');
  await turn({ maxHostedZones: 1 });
  expect(await refusalOf(createZone('second.org'))).toEqual({
    name: 'TooManyHostedZones',
    message: 'Limits Exceeded: MAX_HOSTED_ZONES_BY_OWNER - Cannot create more than 1 hosted zones',
    status: 400,
  });
  const limit = new GetAccountLimitCommand({ Type: 'MAX_HOSTED_ZONES_BY_OWNER' });
  expect(await sandbox.route53.send(limit)).toMatchObject({ Limit: { Value: 1 }, Count: 1 });
});

test('a zone has so many record sets; more come in only when others go', async () => {
  const Id = (await createZone('full.org')).HostedZone?.Id;
  await put(Id, 'UPSERT', 'a.full.org');
  await turn({ maxRecordsPerZone: 3 });
  expect(await refusalOf(put(Id, 'UPSERT', 'b.full.org'))).toEqual({
    name: 'InvalidChangeBatch',
    message: `[Exceeded limit MAX_RRSETS_BY_ZONE for zone: ${Id?.replace('/hostedzone/', '')}]`,
    status: 400,
  });
  await put(Id, 'UPSERT', 'a.full.org');
  await put(Id, 'DELETE', 'a.full.org');
  await put(Id, 'UPSERT', 'b.full.org');
  const limit = new GetHostedZoneLimitCommand({ HostedZoneId: Id, Type: 'MAX_RRSETS_BY_ZONE' });
  expect(await sandbox.route53.send(limit)).toMatchObject({ Limit: { Value: 3 }, Count: 3 });
  const vpcs = new GetHostedZoneLimitCommand({ HostedZoneId: Id, Type: 'MAX_VPCS_ASSOCIATED_BY_ZONE' });
  expect(await refusalOf(sandbox.route53.send(vpcs))).toMatchObject({ name: 'HostedZoneNotPrivate', status: 400 });
});

test('a zone is written by one request at a time, where AWS keeps its rates', async () => {
  const Id = (await createZone('busy.org')).HostedZone?.Id;
  const puts = () => Promise.allSettled([1, 2, 3].map((n) => put(Id, 'UPSERT', `w${n}.busy.org`)));
  expect((await puts()).map(({ status }) => status)).toEqual(['fulfilled', 'fulfilled', 'fulfilled']);
  await turn({ throttles: true });
  const refused = (await puts()).flatMap((one) => (one.status === 'rejected' ? [one.reason] : []));
  await turn({ throttles: false });
  expect(refused[0]).toMatchObject({
    name: 'PriorRequestNotComplete',
    message: 'The request was rejected because Route 53 was still processing a prior request.',
    $metadata: { httpStatusCode: 400 },
  });
});

test('a reusable delegation set serves so many zones, none of them related', async () => {
  const { DelegationSet: set } = await createSet();
  const zone = await createZone('one.set.org', set?.Id);
  expect(zone.DelegationSet).toEqual(set);
  const found = await sandbox.route53.send(new GetHostedZoneCommand({ Id: zone.HostedZone?.Id }));
  expect(found.DelegationSet).toEqual(set);
  for (const name of ['one.set.org', 'set.org', 'www.one.set.org'])
    expect(await refusalOf(createZone(name, set?.Id))).toMatchObject({ name: 'ConflictingDomainExists', status: 400 });
  await createZone('two.set.org', set?.Id);
  await createZone('one.set.org');
  await turn({ maxZonesPerReusableDelegationSet: 2 });
  const refusal = await refusalOf(createZone('three.set.org', set?.Id));
  expect(refusal).toMatchObject({ name: 'TooManyHostedZones', status: 400 });
  expect(refusal.message).toContain('MAX_ZONES_BY_REUSABLE_DELEGATION_SET');
  const Type = 'MAX_ZONES_BY_REUSABLE_DELEGATION_SET';
  const limit = new GetReusableDelegationSetLimitCommand({ DelegationSetId: set?.Id, Type });
  expect(await sandbox.route53.send(limit)).toMatchObject({ Limit: { Type, Value: 2 }, Count: 2 });
});

test('an account has so many reusable sets, made of zones that exist', async () => {
  expect(await refusalOf(createSet('Z0'))).toEqual({
    name: 'HostedZoneNotFound',
    message: "The specified HostedZone can't be found.",
    status: 400,
  });
  await createSet();
  await turn({ maxReusableDelegationSets: 1 });
  expect(await refusalOf(createSet())).toMatchObject({ name: 'LimitsExceeded', status: 400 });
});

test('a zone has fifty tags at most', async () => {
  const ResourceId = (await createZone('tags.org')).HostedZone?.Id?.replace('/hostedzone/', '');
  const tag = (from: number, count: number) =>
    sandbox.route53.send(
      new ChangeTagsForResourceCommand({
        ResourceType: 'hostedzone',
        ResourceId,
        AddTags: Array.from({ length: count }, (_, index) => ({ Key: `k${from + index}`, Value: 'v' })),
      }),
    );
  for (let from = 0; from < 50; from += 10) await tag(from, 10);
  await tag(0, 10);
  expect(await refusalOf(tag(50, 1))).toMatchObject({ name: 'InvalidInput', status: 400 });
});

test('values of paths and queries are of their enumerations', async () => {
  const Id = (await createZone('enums.org')).HostedZone?.Id;
  const message = (value: string, path: string) =>
    `1 validation error detected: Value '${value}' at '${path}' failed to satisfy constraint: Member must satisfy enum value set: [`;
  const answer = { HostedZoneId: Id, RecordName: 'enums.org', RecordType: 'WKS' as 'A' };
  const list = { HostedZoneId: Id, StartRecordName: 'a', StartRecordType: 'WKS' as 'A' };
  for (const [call, expected] of [
    [new TestDNSAnswerCommand(answer), message('WKS', 'recordType')],
    [new ListResourceRecordSetsCommand(list), message('WKS', 'startRecordType')],
    [new GetAccountLimitCommand({ Type: 'MAX' as 'MAX_HOSTED_ZONES_BY_OWNER' }), message('MAX', 'type')],
  ] as const) {
    const refusal = await refusalOf(sandbox.route53.send(call as GetAccountLimitCommand));
    expect(refusal).toMatchObject({ name: 'InvalidInput', message: expect.stringContaining(expected), status: 400 });
  }
});

test('places are listed, countries first, and asked for one by one', async () => {
  const pages: string[] = [];
  let start: ListGeoLocationsCommand['input'] = {};
  for (let truncated = true; truncated; ) {
    const page = await sandbox.route53.send(new ListGeoLocationsCommand({ ...start, MaxItems: 60 }));
    for (const place of page.GeoLocationDetailsList ?? [])
      pages.push([place.ContinentCode, place.CountryCode, place.SubdivisionCode].filter(Boolean).join('-'));
    start = {
      StartContinentCode: page.NextContinentCode,
      StartCountryCode: page.NextCountryCode,
      StartSubdivisionCode: page.NextSubdivisionCode,
    };
    truncated = page.IsTruncated === true;
  }
  expect(pages.slice(0, 2)).toEqual(['*', 'AD']);
  expect(pages.slice(-7)).toEqual(['AF', 'AN', 'AS', 'EU', 'NA', 'OC', 'SA']);
  expect(pages.slice(pages.indexOf('US'), pages.indexOf('US') + 2)).toEqual(['US', 'US-AK']);
  expect(pages.filter((place) => place.startsWith('US-'))).toHaveLength(51);
  expect(pages.filter((place) => /^[A-Z]{2}$/.test(place))).toHaveLength(246 + 7);
  const get = (codes: GetGeoLocationCommand['input']) => sandbox.route53.send(new GetGeoLocationCommand(codes));
  expect((await get({ CountryCode: 'US', SubdivisionCode: 'VA' })).GeoLocationDetails).toEqual({
    CountryCode: 'US',
    CountryName: 'United States',
    SubdivisionCode: 'VA',
    SubdivisionName: 'Virginia',
  });
  expect((await get({ ContinentCode: 'EU' })).GeoLocationDetails?.ContinentName).toBe('Europe');
  expect(await refusalOf(get({ CountryCode: 'QQ' }))).toMatchObject({ name: 'NoSuchGeoLocation', status: 404 });
});

test('health checkers have addresses', async () => {
  const { CheckerIpRanges = [] } = await sandbox.route53.send(new GetCheckerIpRangesCommand({}));
  expect(CheckerIpRanges).toContain('15.177.0.0/18');
  for (const range of CheckerIpRanges) expect(range).toMatch(/^[\da-f.:]+\/\d+$/);
});
