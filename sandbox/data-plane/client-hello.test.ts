import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { createServer } from 'node:net';
import { connect } from 'node:tls';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { readClientHello } from './client-hello';

let named: Buffer;
let nameless: Buffer;

/** The first bytes that Node's own TLS client sends. */
async function recordHello(servername: string): Promise<Buffer> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const client = connect({ port: (server.address() as AddressInfo).port, host: '127.0.0.1', servername });
  client.on('error', () => undefined);
  const [socket] = (await once(server, 'connection')) as [import('node:net').Socket];
  const [bytes] = (await once(socket, 'data')) as [Buffer];
  client.destroy();
  socket.destroy();
  server.close();
  return bytes;
}

beforeAll(async () => {
  named = await recordHello('Shop.Example.com');
  nameless = await recordHello('');
});

describe('readClientHello', () => {
  it("reads the server name of Node's TLS client", () => {
    expect(readClientHello(named)).toEqual({ serverName: 'shop.example.com' });
    expect(readClientHello(nameless)).toEqual({ serverName: null });
  });

  it('asks for more until the record is whole', () => {
    for (let length = 0; length < named.length; length += 1)
      expect(readClientHello(named.subarray(0, length))).toBeNull();
  });

  it('takes anything else for a hello without a name', () => {
    expect(readClientHello(Buffer.from('GET / HTTP/1.1\r\n'))).toEqual({ serverName: null });
  });

  it('survives any bytes', () => {
    const changes = fc.array(fc.tuple(fc.nat(2000), fc.nat(255)), { maxLength: 10 });
    fc.assert(
      fc.property(changes, fc.uint8Array({ maxLength: 300 }), (edits, noise) => {
        const bytes = Buffer.from(named);
        for (const [at, octet] of edits) bytes[at % bytes.length] = octet;
        readClientHello(bytes);
        readClientHello(Buffer.from(noise));
        readClientHello(Buffer.concat([Buffer.from([22, 3, 1, 0, 200]), noise]));
      }),
      { numRuns: 1000 },
    );
  });
});
