import { createSocket } from 'node:dgram';
import { once } from 'node:events';
import { CreateHostedZoneCommand, DeleteHostedZoneCommand } from '@aws-sdk/client-route-53';
import * as packet from 'dns-packet';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { startTestSandbox, type TestSandbox } from '../test-sandbox';

let sandbox: TestSandbox;
beforeAll(async () => {
  sandbox = await startTestSandbox();
});
afterAll(() => sandbox.stop());

async function ask(address: string, name: string, type: packet.RecordType, flags = 0) {
  const socket = createSocket('udp4');
  const query = packet.encode({ type: 'query', id: 7, flags, questions: [{ type, name }] });
  socket.send(query, sandbox.ports.dns, address);
  const [message] = (await once(socket, 'message', { signal: AbortSignal.timeout(2000) })) as [Buffer];
  socket.close();
  return packet.decode(message) as packet.DecodedPacket & { rcode: string };
}

const data = (records: packet.Answer[] | undefined) =>
  records?.map((record) => `${record.name} ${record.type} ${'data' in record ? String(record.data) : ''}`);

it('the registry refers, with the addresses of name servers inside of what it delegates', async () => {
  const { nameServers } = sandbox;
  await sandbox.admin('PUT', 'dns', {
    name: 'customer.test',
    type: 'NS',
    values: ['ns1.customer.test', 'ada.ns.cloudflare.com'],
  });
  const referral = await ask(nameServers.registry, 'www.customer.test', 'A', packet.RECURSION_DESIRED);
  expect(referral).toMatchObject({ rcode: 'NOERROR', flag_aa: false, flag_ra: false, flag_rd: true, answers: [] });
  expect(data(referral.authorities)).toEqual([
    'customer.test NS ns1.customer.test',
    'customer.test NS ada.ns.cloudflare.com',
  ]);
  expect(data(referral.additionals)).toEqual(['ns1.customer.test A 127.0.0.3']);
  // Whoever starts at the root gets to every name server.
  for (const [name, address] of [
    ['a.nic.test', nameServers.registry],
    ['ada.ns.cloudflare.com', nameServers.provider[1]],
  ] as const)
    expect(data((await ask(nameServers.registry, name, 'A')).answers)).toEqual([`${name} A ${address}`]);
  expect(await ask(nameServers.registry, 'free.test', 'NS')).toMatchObject({ rcode: 'NXDOMAIN', flag_aa: true });
  expect(await ask(nameServers.registry, 'test', 'SOA')).toMatchObject({ rcode: 'NOERROR', flag_aa: true });
});

it('a name server answers for its own zones, whatever the question wishes, and refuses all others', async () => {
  const { nameServers } = sandbox;
  await sandbox.admin('PUT', 'dns', { name: 'www.customer.test', type: 'CNAME', values: ['app.customer.test'] });
  await sandbox.admin('PUT', 'dns', { name: 'app.customer.test', type: 'CNAME', values: ['elsewhere.example.net'] });
  const answer = await ask(nameServers.provider[0], 'WWW.customer.test', 'A', packet.RECURSION_DESIRED);
  expect(answer).toMatchObject({ rcode: 'NOERROR', flag_aa: true, flag_ra: false });
  expect(data(answer.answers)).toEqual([
    'WWW.customer.test CNAME app.customer.test',
    'app.customer.test CNAME elsewhere.example.net',
  ]);
  for (const address of [nameServers.provider[1], nameServers.aws])
    expect(await ask(address, 'example.org', 'A')).toMatchObject({ rcode: 'REFUSED', flag_aa: false });
  expect(await ask(nameServers.aws, 'acm-validations.aws', 'NS')).toMatchObject({ rcode: 'NOERROR', flag_aa: true });
  expect((await ask('127.0.0.1', 'www.customer.test', 'A', packet.RECURSION_DESIRED)).flag_ra).toBe(true);
});

it('each hosted zone is on its four name servers, two of one name apart', async () => {
  const create = (reference: string) =>
    sandbox.route53.send(new CreateHostedZoneCommand({ Name: 'ours.test', CallerReference: reference }));
  const [first, second] = [await create('one'), await create('two')];
  for (const { DelegationSet, HostedZone } of [first, second]) {
    const names = DelegationSet?.NameServers ?? [];
    for (const name of names) {
      const [, number = ''] = /^ns-(\d+)/.exec(name) ?? [];
      const address = `127.1.${Number(number) >> 8}.${Number(number) & 255}`;
      expect(data((await ask('127.0.0.1', name, 'A')).answers)).toEqual([`${name} A ${address}`]);
      const answer = await ask(address, 'ours.test', 'NS');
      expect(answer.flag_aa).toBe(true);
      expect(data(answer.answers)).toEqual(names.map((each) => `ours.test NS ${each}`));
    }
    expect(names).toHaveLength(4);
    await sandbox.route53.send(new DeleteHostedZoneCommand({ Id: HostedZone?.Id }));
    const [, number = ''] = /^ns-(\d+)/.exec(names[0] ?? '') ?? [];
    const gone = await ask(`127.1.${Number(number) >> 8}.${Number(number) & 255}`, 'ours.test', 'NS');
    expect(gone.rcode).toBe('REFUSED');
  }
});
