import { createSocket } from 'node:dgram';
import { once } from 'node:events';
import { type AddressInfo, createServer } from 'node:net';
import packet from 'dns-packet';
import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import { askServer } from '@/lib/dns/authority/ask-server';
import { createAuthority } from '@/lib/dns/authority/create-authority';
import { readMessage } from '@/lib/dns/authority/message';
import type { DnsServer } from '@/lib/dns/authority/model';
import { createGuard } from '@/lib/net/address-guard';

type Answer = (query: packet.DecodedPacket, bytes: Buffer) => Partial<packet.Packet>[] | Buffer[];

const closing: (() => void)[] = [];
afterEach(() => {
  for (const close of closing.splice(0)) close();
});

/** A name server whose answers to each datagram, and to each message by TCP, are functions of the query. */
async function nameServer(udp: Answer, tcp: Answer = udp): Promise<DnsServer> {
  const stream = createServer((socket) => {
    socket.on('error', () => undefined);
    socket.on('data', (data) => {
      for (const reply of encodeAll(tcp, data.subarray(2))) {
        const length = Buffer.alloc(2);
        length.writeUInt16BE(reply.length);
        // In two pieces: a message may come in any.
        socket.write(length);
        socket.write(reply);
      }
    });
  });
  stream.listen(0, '127.0.0.1');
  await once(stream, 'listening');
  const { port } = stream.address() as AddressInfo;
  const socket = createSocket('udp4');
  socket.on('message', (bytes, peer) => {
    for (const reply of encodeAll(udp, bytes)) socket.send(reply, peer.port, peer.address);
  });
  socket.bind(port, '127.0.0.1');
  await once(socket, 'listening');
  closing.push(() => {
    socket.close();
    stream.close();
  });
  return { name: 'ns1.example.net', address: '127.0.0.1', port };
}

function encodeAll(answer: Answer, bytes: Buffer): Buffer[] {
  const query = packet.decode(bytes);
  const { id, questions } = query;
  return answer(query, bytes).map((reply) =>
    Buffer.isBuffer(reply)
      ? reply
      : packet.encode({ type: 'response', id, questions, ...reply, flags: reply.flags ?? 0 }),
  );
}

const aa = packet.AUTHORITATIVE_ANSWER;
const a = (name: string, data = '192.0.2.1'): packet.Answer => ({ type: 'A', name, ttl: 60, data });

describe('askServer', () => {
  it('asks for one name without recursion, and reads the answer in lower case', async () => {
    const seen: packet.DecodedPacket[] = [];
    const server = await nameServer((query) => {
      seen.push(query);
      return [
        {
          flags: aa,
          answers: [
            { type: 'CNAME', name: 'Shop.Example.com', ttl: 77, data: 'D-1.execute-api.us-east-1.AmazonAWS.com.' },
            a('stranger.example.org'),
          ],
        },
      ];
    });
    expect(await askServer(server, 'shop.example.com', 'CNAME')).toMatchObject({
      outcome: 'ok',
      authoritative: true,
      records: [{ name: 'shop.example.com', type: 'CNAME', ttl: 77, value: 'd-1.execute-api.us-east-1.amazonaws.com' }],
    });
    expect(seen).toHaveLength(1);
    expect(seen[0]).toMatchObject({ flag_rd: false, flag_cd: false, questions: [{ name: 'shop.example.com' }] });
    await askServer(server, 'shop.example.com', 'CNAME', { recursive: true, checkingDisabled: true });
    expect(seen[1]).toMatchObject({ flag_rd: true, flag_cd: true });
  });

  it('shows records as DNS tools do', async () => {
    const name = 'x.example.com';
    const soa = { mname: 'NS.example.com', rname: 'root.example.com', serial: 7, refresh: 1, retry: 2, expire: 3 };
    const answers: packet.Answer[] = [
      a(name),
      { type: 'TXT', name, ttl: 1, data: ['v=1 "q"', Buffer.from([0xc3, 0xbc])] },
      { type: 'CAA', name, ttl: 1, data: { flags: 128, tag: 'issue', value: 'amazon.com' } },
      { type: 'MX', name, ttl: 1, data: { preference: 10, exchange: 'Mail.example.com' } },
      { type: 'SOA', name, ttl: 1, data: { ...soa, minimum: 4 } },
      { type: 'SRV', name, ttl: 1, data: { priority: 1, weight: 2, port: 3, target: 'T.example.com' } },
      { type: 'AAAA', name, ttl: 1, data: '2001:db8::1' },
    ];
    const server = await nameServer(() => [{ answers }]);
    const { records } = await askServer(server, name, 'ANY');
    expect(records.map(({ type, value }) => `${type} ${value}`)).toEqual([
      'A 192.0.2.1',
      'TXT "v=1 \\"q\\"" "\\195\\188"',
      'CAA 128 issue "amazon.com"',
      'MX 10 mail.example.com',
      'SOA ns.example.com root.example.com 7 1 2 3 4',
      'SRV 1 2 3 t.example.com',
      'AAAA 2001:db8::1',
    ]);
  });

  it.each([
    [3, 'NXDOMAIN'],
    [2, 'SERVFAIL'],
    [5, 'REFUSED'],
    [9, 'ERROR'],
    [0, 'NODATA'],
  ])('rcode %i without records is %s', async (flags, outcome) => {
    const authorities: packet.Answer[] = [{ type: 'NS', name: 'Example.com', ttl: 5, data: 'NS1.example.net' }];
    const server = await nameServer(() => [{ flags, authorities }]);
    expect(await askServer(server, 'x.example.com', 'A')).toMatchObject({
      outcome,
      records: [],
      authority: [{ name: 'example.com', type: 'NS', ttl: 5, value: 'ns1.example.net' }],
    });
  });

  it('asks by TCP when the answer is cut', async () => {
    const many = Array.from({ length: 200 }, (_, index) => a('x.example.com', `192.0.2.${index + 1}`));
    const server = await nameServer(
      () => [{ flags: packet.TRUNCATED_RESPONSE }],
      () => [{ answers: many }],
    );
    expect((await askServer(server, 'x.example.com', 'A')).records).toHaveLength(200);
  });

  it('takes no answer to another question, and none with another id', async () => {
    const server = await nameServer(({ id }) => [
      { id: ((id ?? 0) + 1) % 65_536, answers: [a('x.example.com', '192.0.2.66')] },
      { questions: [{ type: 'A', name: 'y.example.com' }], answers: [a('x.example.com', '192.0.2.67')] },
      { answers: [a('x.example.com')] },
    ]);
    expect((await askServer(server, 'x.example.com', 'A')).records).toMatchObject([{ value: '192.0.2.1' }]);
  });

  it('asks without EDNS where that is not understood', async () => {
    const server = await nameServer(({ additionals = [] }) =>
      additionals.length > 0 ? [{ flags: 1, questions: [] }] : [{ answers: [a('x.example.com')] }],
    );
    expect((await askServer(server, 'x.example.com', 'A')).outcome).toBe('ok');
  });

  it('asks a second time when the first datagram is lost', async () => {
    let asked = 0;
    const server = await nameServer(() => {
      asked += 1;
      return asked === 1 ? [] : [{ answers: [a('x.example.com')] }];
    });
    expect((await askServer(server, 'x.example.com', 'A')).outcome).toBe('ok');
  });

  it('gives up on silence within 4 s, by UDP and by TCP', async () => {
    const silent = await nameServer(() => []);
    const cut = await nameServer(
      () => [{ flags: packet.TRUNCATED_RESPONSE }],
      () => [],
    );
    const began = Date.now();
    const outcomes = await Promise.all([silent, cut].map((server) => askServer(server, 'x.example.com', 'A')));
    expect(outcomes.map(({ outcome }) => outcome)).toEqual(['TIMEOUT', 'TIMEOUT']);
    expect(Date.now() - began).toBeLessThan(4500);
  });

  it('knows a machine where nobody listens for silent', async () => {
    const server = await nameServer(() => []);
    for (const close of closing.splice(0)) close();
    const began = Date.now();
    expect((await askServer(server, 'x.example.com', 'A')).outcome).toBe('TIMEOUT');
    expect(Date.now() - began).toBeLessThan(1000);
  });

  it('never rejects, whatever comes back', async () => {
    const server = await nameServer((_query, bytes) => {
      const garbage = Buffer.concat([bytes, Buffer.alloc(20, 0xc0)]);
      garbage[2] = 0x80;
      garbage[7] = 9;
      return [garbage];
    });
    expect((await askServer(server, 'x.example.com', 'A')).outcome).toBe('ERROR');
    for (const name of [`${'x'.repeat(64)}.example.com`, 'a..example.com', `${'a.'.repeat(150)}com`])
      expect((await askServer(server, name, 'A')).outcome).toBe('ERROR');
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
        expect(readMessage(Buffer.from(bytes), 'x.example.com', 'A').outcome).not.toBe('ok');
      }),
    );
  });
});

describe('createAuthority', () => {
  it('asks no server at an address that the guard refuses, but the resolvers', async () => {
    let asked = 0;
    const answer: Answer = () => {
      asked += 1;
      return [{ answers: [a('x.example.com')] }];
    };
    const [theirs, ours] = [await nameServer(answer), await nameServer(answer)];
    const guard = createGuard({ allowedNetworks: [], sandboxPorts: [] });
    const authority = createAuthority({ dnsServers: [`127.0.0.1:${ours.port}`], port: theirs.port, guard });
    expect(await authority.ask(theirs, 'X.example.com.', 'A')).toMatchObject({
      server: theirs,
      outcome: 'ERROR',
      question: { name: 'x.example.com', type: 'A' },
    });
    expect(asked).toBe(0);
    expect(authority.resolvers).toEqual([{ name: null, address: '127.0.0.1', port: ours.port }]);
    const [resolver = theirs] = authority.resolvers;
    expect((await authority.ask(resolver, 'x.example.com', 'A')).outcome).toBe('ok');
  });

  it.each([
    ['9.9.9.9', '9.9.9.9', 53],
    ['[2620:fe::fe]:5353', '2620:fe::fe', 5353],
    ['2620:fe::fe', '2620:fe::fe', 53],
  ])('reads the resolver %s', (text, address, port) => {
    const guard = createGuard({ allowedNetworks: [], sandboxPorts: [] });
    const { resolvers } = createAuthority({ dnsServers: [text], port: 53, guard });
    expect(resolvers).toEqual([{ name: null, address, port }]);
  });
});
