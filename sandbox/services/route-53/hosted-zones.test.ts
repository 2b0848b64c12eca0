import {
  ChangeResourceRecordSetsCommand,
  ChangeTagsForResourceCommand,
  CreateHostedZoneCommand,
  DeleteHostedZoneCommand,
  GetChangeCommand,
  GetHostedZoneCommand,
  ListHostedZonesByNameCommand,
  ListHostedZonesCommand,
  ListResourceRecordSetsCommand,
  ListTagsForResourceCommand,
} from '@aws-sdk/client-route-53';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { refusalOf, startTestSandbox, type TestSandbox } from '../../test-sandbox';

let sandbox: TestSandbox;
let reference = 0;

beforeAll(async () => {
  sandbox = await startTestSandbox();
});
afterAll(() => sandbox.stop());

async function createZone(Name: string): Promise<string> {
  reference += 1;
  const { HostedZone } = await sandbox.route53.send(
    new CreateHostedZoneCommand({ Name, CallerReference: `zone ${reference}` }),
  );
  return HostedZone?.Id ?? '';
}

test('a new zone has its id with prefix, four name servers, SOA and NS', async () => {
  const answer = await sandbox.route53.send(
    new CreateHostedZoneCommand({
      Name: 'New.Example.com',
      CallerReference: 'once',
      HostedZoneConfig: { Comment: 'mine' },
    }),
  );
  const id = answer.HostedZone?.Id?.replace('/hostedzone/', '');
  expect(answer.$metadata.httpStatusCode).toBe(201);
  expect(answer.Location).toBe(`https://route53.amazonaws.com/2013-04-01/hostedzone/${id}`);
  expect(answer.HostedZone).toEqual({
    Id: `/hostedzone/${id}`,
    Name: 'new.example.com.',
    CallerReference: 'once',
    Config: { Comment: 'mine', PrivateZone: false },
    ResourceRecordSetCount: 2,
  });
  expect(answer.DelegationSet?.NameServers).toHaveLength(4);
  for (const server of answer.DelegationSet?.NameServers ?? [])
    expect(server).toMatch(/^ns-\d+\.awsdns-\d\d\.(com|net|org|co\.uk)$/);
  const { ResourceRecordSets } = await sandbox.route53.send(new ListResourceRecordSetsCommand({ HostedZoneId: id }));
  expect(ResourceRecordSets?.map(({ Name, Type, TTL }) => [Name, Type, TTL])).toEqual([
    ['new.example.com.', 'NS', 172_800],
    ['new.example.com.', 'SOA', 900],
  ]);
  expect(
    await refusalOf(sandbox.route53.send(new CreateHostedZoneCommand({ Name: 'other.com', CallerReference: 'once' }))),
  ).toMatchObject({ name: 'HostedZoneAlreadyExists', status: 409 });
});

test('zones of one name may be several, and are listed by name from where one asks', async () => {
  const ids = [await createZone('twin.net'), await createZone('twin.net'), await createZone('a.twin.net')];
  const { HostedZones, DNSName } = await sandbox.route53.send(
    new ListHostedZonesByNameCommand({ DNSName: 'twin.net' }),
  );
  expect(DNSName).toBe('twin.net');
  expect(HostedZones?.slice(0, 3).map((zone) => zone.Name)).toEqual(['twin.net.', 'twin.net.', 'a.twin.net.']);
  expect(HostedZones?.slice(0, 2).map((zone) => zone.Id)).toEqual(ids.slice(0, 2).sort());
  const first = await sandbox.route53.send(new ListHostedZonesByNameCommand({ DNSName: 'twin.net', MaxItems: 1 }));
  expect(first).toMatchObject({ IsTruncated: true, NextDNSName: 'twin.net.' });
  const rest = await sandbox.route53.send(
    new ListHostedZonesByNameCommand({ DNSName: first.NextDNSName, HostedZoneId: first.NextHostedZoneId, MaxItems: 1 }),
  );
  expect(rest.HostedZones?.[0]?.Id).toBe([...ids.slice(0, 2)].sort()[1]);
});

test('a list cannot start at a name that is none', async () => {
  const refusal = await refusalOf(sandbox.route53.send(new ListHostedZonesByNameCommand({ DNSName: 'a..b' })));
  expect(refusal).toEqual({
    name: 'InvalidDomainName',
    message: "FATAL problem: DomainLabelEmpty (Domain label is empty) encountered with 'a..b'",
    status: 400,
  });
});

test('the list of zones pages by marker', async () => {
  const all = await sandbox.route53.send(new ListHostedZonesCommand({}));
  const paged: (string | undefined)[] = [];
  let Marker: string | undefined;
  do {
    const answer = await sandbox.route53.send(
      new ListHostedZonesCommand({ MaxItems: 2, ...(Marker ? { Marker } : {}) }),
    );
    paged.push(...(answer.HostedZones ?? []).map((zone) => zone.Id));
    Marker = answer.NextMarker;
    expect(answer.IsTruncated).toBe(Marker !== undefined);
  } while (Marker);
  expect(paged).toEqual(all.HostedZones?.map((zone) => zone.Id));
});

test('an unknown zone is told with its bare id', async () => {
  const refusal = { name: 'NoSuchHostedZone', message: 'No hosted zone found with ID: ZNONE', status: 404 };
  expect(await refusalOf(sandbox.route53.send(new GetHostedZoneCommand({ Id: '/hostedzone/ZNONE' })))).toEqual(refusal);
  expect(await refusalOf(sandbox.route53.send(new ListResourceRecordSetsCommand({ HostedZoneId: 'ZNONE' })))).toEqual(
    refusal,
  );
});

test('a zone goes only when nothing but SOA and NS is left', async () => {
  const Id = await createZone('goes.org');
  const record = { Name: 'www.goes.org', Type: 'A' as const, TTL: 60, ResourceRecords: [{ Value: '192.0.2.1' }] };
  const change = (Action: 'CREATE' | 'DELETE') =>
    sandbox.route53.send(
      new ChangeResourceRecordSetsCommand({
        HostedZoneId: Id,
        ChangeBatch: { Changes: [{ Action, ResourceRecordSet: record }] },
      }),
    );
  await change('CREATE');
  expect((await sandbox.route53.send(new GetHostedZoneCommand({ Id }))).HostedZone?.ResourceRecordSetCount).toBe(3);
  expect(await refusalOf(sandbox.route53.send(new DeleteHostedZoneCommand({ Id })))).toEqual({
    name: 'HostedZoneNotEmpty',
    message: 'The specified hosted zone contains non-required resource record sets and so cannot be deleted.',
    status: 400,
  });
  await change('DELETE');
  await sandbox.route53.send(new DeleteHostedZoneCommand({ Id }));
  expect(await refusalOf(sandbox.route53.send(new GetHostedZoneCommand({ Id })))).toMatchObject({
    name: 'NoSuchHostedZone',
  });
});

test('a change is pending until the sync time is over', async () => {
  await sandbox.admin('PATCH', 'dials', { dnsSyncMs: 10_000 });
  const { ChangeInfo } = await sandbox.route53.send(
    new CreateHostedZoneCommand({ Name: 'sync.org', CallerReference: 'sync' }),
  );
  expect(ChangeInfo).toMatchObject({
    Id: expect.stringMatching(/^\/change\/C/),
    Status: 'PENDING',
    SubmittedAt: expect.any(Date),
  });
  const status = async () =>
    (await sandbox.route53.send(new GetChangeCommand({ Id: ChangeInfo?.Id }))).ChangeInfo?.Status;
  expect(await status()).toBe('PENDING');
  await sandbox.admin('POST', 'clock', { advanceMs: 10_000 });
  expect(await status()).toBe('INSYNC');
  expect(await refusalOf(sandbox.route53.send(new GetChangeCommand({ Id: 'CNONE' })))).toMatchObject({
    name: 'NoSuchChange',
    status: 404,
  });
});

test('tags take the bare id only', async () => {
  const full = await createZone('tags.org');
  const ResourceId = full.replace('/hostedzone/', '');
  const zone = { ResourceType: 'hostedzone' as const, ResourceId };
  await sandbox.route53.send(
    new ChangeTagsForResourceCommand({
      ...zone,
      AddTags: [
        { Key: 'a', Value: '1' },
        { Key: 'b', Value: '2' },
      ],
    }),
  );
  await sandbox.route53.send(new ChangeTagsForResourceCommand({ ...zone, RemoveTagKeys: ['a'] }));
  const { ResourceTagSet } = await sandbox.route53.send(new ListTagsForResourceCommand(zone));
  expect(ResourceTagSet).toEqual({ ...zone, Tags: [{ Key: 'b', Value: '2' }] });
  expect(await refusalOf(sandbox.route53.send(new ListTagsForResourceCommand({ ...zone, ResourceId: full })))).toEqual({
    name: 'InvalidInput',
    message: `1 validation error detected: Value '${full}' at 'resourceId' failed to satisfy constraint: Member must have length less than or equal to 32`,
    status: 400,
  });
});
