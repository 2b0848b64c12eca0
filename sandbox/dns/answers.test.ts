import { createSocket } from 'node:dgram';
import { once } from 'node:events';
import {
  ChangeResourceRecordSetsCommand,
  CreateHostedZoneCommand,
  type ResourceRecordSet,
  type RRType,
  TestDNSAnswerCommand,
} from '@aws-sdk/client-route-53';
import * as packet from 'dns-packet';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { startTestSandbox, type TestSandbox } from '../test-sandbox';

let sandbox: TestSandbox;
let zoneId: string | undefined;

const set = (
  Name: string,
  Type: RRType,
  values: string[],
  more: Partial<ResourceRecordSet> = {},
): ResourceRecordSet => ({
  Name: `${Name}.x.org`,
  Type,
  TTL: 60,
  ResourceRecords: values.map((Value) => ({ Value })),
  ...more,
});
const geo = (SetIdentifier: string, GeoLocation: ResourceRecordSet['GeoLocation']) =>
  set('geo', 'A', [`192.0.2.${SetIdentifier}`], { SetIdentifier, GeoLocation });

beforeAll(async () => {
  sandbox = await startTestSandbox();
  const { HostedZone } = await sandbox.route53.send(
    new CreateHostedZoneCommand({ Name: 'x.org', CallerReference: 'answers' }),
  );
  zoneId = HostedZone?.Id;
  const HostedZoneId = zoneId?.replace('/hostedzone/', '');
  const many = Array.from({ length: 12 }, (_, n) =>
    set('multi', 'A', [`10.0.0.${n}`], { SetIdentifier: `${n}`, MultiValueAnswer: true }),
  );
  const sets: ResourceRecordSet[] = [
    set('www', 'A', ['192.0.2.1']),
    set('www', 'TXT', [`"${'a'.repeat(255)}" "b\\"c" "\\303\\251"`]),
    set('*.apps', 'A', ['192.0.2.2']),
    set('to-star', 'CNAME', ['\\052.apps.x.org']),
    set('one', 'CNAME', ['Two.X.org.']),
    set('two', 'CNAME', ['www.x.org']),
    set('dangling', 'CNAME', ['nowhere.x.org']),
    set('a\\040b', 'A', ['192.0.2.3']),
    set('deep.below', 'A', ['192.0.2.4']),
    set('*.cut', 'NS', ['ns.x.org']),
    set('*.cut', 'TXT', ['"star"']),
    set('spf', 'SPF', ['"v=spf1 -all"']),
    set('naptr', 'NAPTR', ['100 50 "s" "http" "!^.*$!x!" www.x.org.']),
    set('sshfp', 'SSHFP', [`1 2 ${'ab'.repeat(32)}`]),
    set('_443._tcp', 'TLSA', ['3 1 1 00ff']),
    set('ds', 'NS', ['ns-1.awsdns-01.com']),
    set('ds', 'DS', ['1 8 2 00ff']),
    set('mail', 'MX', ['10 www.x.org', '20 \\052.apps.x.org']),
    ...many,
    geo('1', { ContinentCode: 'EU' }),
    geo('2', { CountryCode: 'US' }),
    geo('3', { CountryCode: '*' }),
    set('far', 'A', ['192.0.2.5'], { SetIdentifier: 'x', GeoLocation: { ContinentCode: 'AS' } }),
    set('near', 'A', ['192.0.2.6'], { SetIdentifier: 'x', GeoProximityLocation: { AWSRegion: 'eu-west-1' } }),
    set('near', 'A', ['192.0.2.7'], { SetIdentifier: 'y', GeoProximityLocation: { AWSRegion: 'us-east-1' } }),
    set('second', 'A', ['192.0.2.8'], { SetIdentifier: 'x', Failover: 'SECONDARY' }),
    {
      Name: 'alias.x.org',
      Type: 'A',
      AliasTarget: { HostedZoneId, DNSName: '\\052.apps.x.org', EvaluateTargetHealth: false },
    },
  ];
  const Changes = sets.map((ResourceRecordSet) => ({ Action: 'CREATE' as const, ResourceRecordSet }));
  await sandbox.route53.send(new ChangeResourceRecordSetsCommand({ HostedZoneId, ChangeBatch: { Changes } }));
});
afterAll(() => sandbox.stop());

async function ask(name: string, type: string, flags = 0): Promise<packet.DecodedPacket> {
  const additionals: packet.Packet['additionals'] = [
    {
      type: 'OPT',
      name: '.',
      udpPayloadSize: 4096,
      extendedRcode: 0,
      ednsVersion: 0,
      flags,
      flag_do: flags > 0,
      options: [],
    },
  ];
  const questions = [{ type: type as 'A', name }];
  const socket = createSocket('udp4');
  socket.send(packet.encode({ type: 'query', id: 1, questions, additionals }), sandbox.ports.dns, '127.0.0.1');
  const [reply] = (await once(socket, 'message')) as [Buffer];
  socket.close();
  return packet.decode(reply);
}

/** Reads like a line of dig. */
async function line(name: string, type: string): Promise<string> {
  const reply = await ask(name, type);
  const { rcode } = reply as unknown as { rcode: string };
  const told = reply.answers?.map((answer) => `${answer.type} ${'data' in answer ? told1(answer.data) : ''}`) ?? [];
  return [rcode, ...told, ...(reply.authorities ?? []).map(({ type: kind, name: owner }) => `[${kind} ${owner}]`)].join(
    ' ',
  );
}

function told1(data: unknown): string {
  if (Array.isArray(data)) return data.map(String).join('|');
  return typeof data === 'string' || Buffer.isBuffer(data) ? String(data) : JSON.stringify(data);
}

it.each([
  ['www.x.org', 'A', 'NOERROR A 192.0.2.1'],
  ['WwW.X.oRg', 'A', 'NOERROR A 192.0.2.1'],
  ['www.x.org', 'AAAA', 'NOERROR [SOA x.org]'],
  ['nowhere.x.org', 'A', 'NXDOMAIN [SOA x.org]'],
  ['below.x.org', 'A', 'NOERROR [SOA x.org]'],
  ['www.x.org', 'TXT', `NOERROR TXT ${'a'.repeat(255)}|b"c|\u00e9`],
  ['any.thing.apps.x.org', 'A', 'NOERROR A 192.0.2.2'],
  ['*.apps.x.org', 'A', 'NOERROR A 192.0.2.2'],
  ['any.apps.x.org', 'MX', 'NOERROR [SOA x.org]'],
  ['any.cut.x.org', 'TXT', 'NOERROR TXT star'],
  ['any.cut.x.org', 'NS', 'NOERROR [SOA x.org]'],
  ['to-star.x.org', 'A', 'NOERROR CNAME *.apps.x.org A 192.0.2.2'],
  ['one.x.org', 'A', 'NOERROR CNAME Two.X.org CNAME www.x.org A 192.0.2.1'],
  ['one.x.org', 'CNAME', 'NOERROR CNAME Two.X.org'],
  ['dangling.x.org', 'A', 'NXDOMAIN CNAME nowhere.x.org [SOA x.org]'],
  ['a b.x.org', 'A', 'NOERROR A 192.0.2.3'],
  ['spf.x.org', 'SPF', 'NOERROR SPF \u000bv=spf1 -all'],
  [
    'naptr.x.org',
    'NAPTR',
    'NOERROR NAPTR {"order":100,"preference":50,"flags":"s","services":"http","regexp":"!^.*$!x!","replacement":"www.x.org"}',
  ],
  ['sshfp.x.org', 'SSHFP', `NOERROR SSHFP {"algorithm":1,"hash":2,"fingerprint":"${'AB'.repeat(32)}"}`],
  [
    '_443._tcp.x.org',
    'TLSA',
    'NOERROR TLSA {"usage":3,"selector":1,"matchingType":1,"certificate":{"type":"Buffer","data":[0,255]}}',
  ],
  ['ds.x.org', 'DS', 'NOERROR DS {"keyTag":1,"algorithm":8,"digestType":2,"digest":{"type":"Buffer","data":[0,255]}}'],
  ['x.ds.x.org', 'A', 'SERVFAIL'],
  [
    'mail.x.org',
    'MX',
    'NOERROR MX {"preference":10,"exchange":"www.x.org"} MX {"preference":20,"exchange":"*.apps.x.org"}',
  ],
  ['geo.x.org', 'A', 'NOERROR A 192.0.2.2'],
  ['far.x.org', 'A', 'NOERROR [SOA x.org]'],
  ['near.x.org', 'A', 'NOERROR A 192.0.2.7'],
  ['second.x.org', 'A', 'NOERROR A 192.0.2.8'],
  ['alias.x.org', 'A', 'NOERROR A 192.0.2.2'],
])('%s %s -> %s', async (name, type, expected) => {
  expect(await line(name, type)).toBe(expected);
});

it('answers ANY with all that a name has', async () => {
  const reply = await ask('x.org', 'ANY');
  expect(reply.answers?.map(({ type }) => type).sort()).toEqual(['NS', 'NS', 'NS', 'NS', 'SOA']);
  expect((await ask('www.x.org', 'ANY')).answers?.map(({ type }) => type).sort()).toEqual(['A', 'TXT']);
});

it('gives eight of many values, other ones from time to time', async () => {
  const seen = new Set<string>();
  for (let round = 0; round < 20; round += 1) {
    const { answers = [] } = await ask('multi.x.org', 'A');
    const addresses = answers.map((answer) => ('data' in answer ? String(answer.data) : ''));
    expect(new Set(addresses).size).toBe(8);
    for (const address of addresses) seen.add(address);
  }
  expect(seen.size).toBe(12);
});

it('sends the bit that asks for DNSSEC back', async () => {
  expect((await ask('www.x.org', 'A', packet.DNSSEC_OK)).additionals).toMatchObject([{ type: 'OPT', flag_do: true }]);
  expect((await ask('www.x.org', 'A')).additionals).toMatchObject([{ type: 'OPT', flag_do: false }]);
});

it('TestDNSAnswer asks the very zone, aliases too, not another of the same name', async () => {
  const twin = await sandbox.route53.send(new CreateHostedZoneCommand({ Name: 'x.org', CallerReference: 'twin' }));
  const id = twin.HostedZone?.Id;
  const HostedZoneId = id?.replace('/hostedzone/', '');
  const alias = { HostedZoneId, DNSName: 'www.x.org', EvaluateTargetHealth: false };
  const sets: ResourceRecordSet[] = [
    set('www', 'A', ['198.51.100.1']),
    set('*.star', 'A', ['198.51.100.2']),
    { Name: 'alias.x.org', Type: 'A', AliasTarget: alias },
  ];
  const Changes = sets.map((ResourceRecordSet) => ({ Action: 'CREATE' as const, ResourceRecordSet }));
  await sandbox.route53.send(new ChangeResourceRecordSetsCommand({ HostedZoneId, ChangeBatch: { Changes } }));
  const answerOf = async (zone: string | undefined, RecordName: string) =>
    (await sandbox.route53.send(new TestDNSAnswerCommand({ HostedZoneId: zone, RecordName, RecordType: 'A' })))
      .RecordData;
  expect(await answerOf(id, 'alias.x.org')).toEqual(['198.51.100.1']);
  expect(await answerOf(zoneId, 'alias.x.org')).toEqual(['192.0.2.2']);
  expect(await answerOf(id, '*.star.x.org')).toEqual(['198.51.100.2']);
});
