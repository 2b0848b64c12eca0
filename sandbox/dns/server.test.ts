import { createSocket } from 'node:dgram';
import { Resolver } from 'node:dns/promises';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import * as packet from 'dns-packet';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { State } from '../state';
import { answerPacket, type DnsQuestion } from './answer-packet';
import { resolve } from './resolve';
import { type DnsServer, startDns } from './server';
import { putRecord, putZone } from './test-records';

const directory = mkdtempSync(path.join(tmpdir(), 'gatehouse-dns-'));
const state = State.open(directory);
const many = Array.from({ length: 60 }, (_, index) => `192.0.2.${index + 1}`);
let server: DnsServer;
let resolver: Resolver;

beforeAll(async () => {
  await putZone(state, 'Z1', 'example.com.', ['ns-1.awsdns-01.com']);
  await putRecord(state, 'Z1', { Name: 'www.example.com.', Type: 'A', TTL: 60, values: ['192.0.2.1'] });
  await putRecord(state, 'Z1', { Name: 'many.example.com.', Type: 'A', TTL: 60, values: many });
  await putRecord(state, 'Z1', { Name: 'example.com.', Type: 'CAA', TTL: 60, values: ['0 issue "amazon.com"'] });
  server = await startDns({ state, host: '127.0.0.1', port: 0 });
  resolver = new Resolver({ timeout: 1000, tries: 1 });
  resolver.setServers([`127.0.0.1:${server.port}`]);
});

afterAll(async () => {
  await server.close();
  await state.close();
  rmSync(directory, { recursive: true });
});

function query(name: string, more: Partial<packet.Packet> = {}): Buffer {
  const questions = [{ type: 'A' as const, name }];
  return packet.encode({ type: 'query', id: 4711, flags: packet.RECURSION_DESIRED, questions, ...more });
}

async function overUdp(message: Buffer): Promise<Buffer> {
  const socket = createSocket('udp4');
  socket.send(message, server.port, '127.0.0.1');
  const [reply] = (await once(socket, 'message')) as [Buffer];
  socket.close();
  return reply;
}

/** Sends the bytes as they are, cut in two, and gives the first `count` answers. */
async function overTcp(bytes: Buffer, count: number): Promise<packet.DecodedPacket[]> {
  const socket = connect(server.port, '127.0.0.1');
  socket.write(bytes.subarray(0, 5));
  setImmediate(() => socket.write(bytes.subarray(5)));
  const replies: packet.DecodedPacket[] = [];
  let pending: Buffer = Buffer.alloc(0);
  for await (const chunk of socket) {
    pending = Buffer.concat([pending, chunk as Buffer]);
    while (pending.length > 2 && pending.length >= pending.readUInt16BE(0) + 2) {
      replies.push(packet.decode(pending.subarray(2, pending.readUInt16BE(0) + 2)));
      pending = pending.subarray(pending.readUInt16BE(0) + 2);
    }
    if (replies.length === count) break;
  }
  return replies;
}

const edns = (udpPayloadSize: number, ednsVersion = 0): packet.Packet['additionals'] => [
  { type: 'OPT', name: '.', udpPayloadSize, extendedRcode: 0, ednsVersion, flags: 0, flag_do: false, options: [] },
];
const rcodeOf = (reply: Buffer) => reply.readUInt16BE(2) & 0x0f;

describe('the DNS server', () => {
  it("answers Node's own resolver", async () => {
    expect(await resolver.resolve4('www.example.com', { ttl: true })).toEqual([{ address: '192.0.2.1', ttl: 60 }]);
    expect(await resolver.resolve4('many.example.com')).toHaveLength(60);
    expect(await resolver.resolveCaa('example.com')).toEqual([{ critical: 0, issue: 'amazon.com' }]);
    expect(await resolver.resolveSoa('example.com')).toMatchObject({ nsname: 'ns-1.awsdns-01.com', minttl: 86400 });
    await expect(resolver.resolve4('nope.example.com')).rejects.toMatchObject({ code: 'ENOTFOUND' });
    await expect(resolver.resolve6('www.example.com')).rejects.toMatchObject({ code: 'ENODATA' });
  });

  it('keeps id, letter case and RD, and offers recursion', async () => {
    const reply = packet.decode(await overUdp(query('wWw.ExAmple.com')));
    expect(reply).toMatchObject({ id: 4711, flag_qr: true, flag_rd: true, flag_ra: true, flag_aa: false });
    expect(reply.questions).toMatchObject([{ name: 'wWw.ExAmple.com', type: 'A', class: 'IN' }]);
    expect(reply.answers).toMatchObject([{ name: 'wWw.ExAmple.com', data: '192.0.2.1' }]);
  });

  it('truncates to 512 octets, or to what EDNS offers', async () => {
    const plain = await overUdp(query('many.example.com'));
    expect(plain.length).toBeLessThanOrEqual(512);
    expect(packet.decode(plain)).toMatchObject({ flag_tc: true, answers: [] });
    const roomy = packet.decode(await overUdp(query('many.example.com', { additionals: edns(4096) })));
    expect(roomy.flag_tc).toBe(false);
    expect(roomy.answers).toHaveLength(60);
    expect(roomy.additionals).toMatchObject([{ type: 'OPT', udpPayloadSize: 1232 }]);
  });

  it('answers several queries on one TCP connection, whole', async () => {
    const frame = (message: Buffer) =>
      Buffer.concat([Buffer.from([message.length >> 8, message.length & 255]), message]);
    const [one, two] = await overTcp(
      Buffer.concat([frame(query('many.example.com')), frame(query('www.example.com'))]),
      2,
    );
    expect(one?.answers).toHaveLength(60);
    expect(two?.answers).toHaveLength(1);
  });

  it.each([
    ['a cut packet', query('www.example.com').subarray(0, 20), 1],
    ['no question', packet.encode({ type: 'query', id: 1, questions: [] }), 1],
    ['another opcode', query('www.example.com', { flags: 2 << 11 }), 4],
    ['another class', query('x', { questions: [{ type: 'TXT', name: 'version.bind', class: 'CH' }] }), 5],
    ['a zone transfer', query('x', { questions: [{ type: 'AXFR', name: 'example.com' }] }), 5],
  ])('refuses %s', async (_, message, rcode) => {
    expect(rcodeOf(await overUdp(message))).toBe(rcode);
  });

  it('refuses an unknown EDNS version with BADVERS', async () => {
    const reply = packet.decode(await overUdp(query('www.example.com', { additionals: edns(1232, 1) })));
    expect(reply.additionals).toMatchObject([{ type: 'OPT', extendedRcode: 1, ednsVersion: 0 }]);
  });

  it('survives any bytes, and never answers an answer', () => {
    const ask = ({ name, type }: DnsQuestion) => resolve(state, name, type);
    const valid = query('www.example.com', { additionals: edns(1232) });
    const mutated = fc.array(fc.tuple(fc.nat(valid.length - 1), fc.nat(255)), { maxLength: 12 }).map((changes) => {
      const bytes = Buffer.from(valid);
      for (const [at, octet] of changes) bytes[at] = octet;
      return bytes;
    });
    const anything = fc.oneof(
      mutated,
      fc.uint8Array({ maxLength: 600 }).map((bytes) => Buffer.from(bytes)),
    );
    fc.assert(
      fc.property(anything, fc.constantFrom('udp' as const, 'tcp' as const), (message, transport) => {
        const reply = answerPacket(message, transport, ask);
        const deservesNone = message.length < 12 || (message[2] ?? 0) >= 128;
        expect(reply === null).toBe(deservesNone);
        if (reply) expect(reply.readUInt16BE(0)).toBe(message.readUInt16BE(0));
      }),
      { numRuns: 2000 },
    );
  });

  it('says so when its port is taken', async () => {
    await expect(startDns({ state, host: '127.0.0.1', port: server.port })).rejects.toMatchObject({
      code: 'EADDRINUSE',
    });
  });
});

describe('where the machine has one loopback address', () => {
  it('the resolver stands for every name server', async () => {
    // No name servers are started for any other address of the resolver.
    const alone = await startDns({ state, host: '127.0.0.9', port: 0 });
    const [address] = await resolver.resolve4('ns-1.awsdns-01.com');
    expect(address).toBe('127.0.0.1');
    const asked = packet.encode({ type: 'query', id: 7, questions: [{ type: 'A', name: 'www.example.com' }] });
    const socket = createSocket('udp4');
    socket.send(asked, alone.port, '127.0.0.9');
    const [reply] = (await once(socket, 'message')) as [Buffer];
    expect(packet.decode(reply)).toMatchObject({ flag_aa: true, answers: [{ data: '192.0.2.1' }] });
    socket.close();
    await alone.close();
    const again = await startDns({ state, host: '127.0.0.1', port: 0 });
    expect(await resolver.resolve4('ns-1.awsdns-01.com')).toEqual(['127.1.0.1']);
    await again.close();
  });
});
