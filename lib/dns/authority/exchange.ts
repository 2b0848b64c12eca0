import 'server-only';
import { createSocket } from 'node:dgram';
import { connect, isIPv6 } from 'node:net';
import type { Query } from '@/lib/dns/authority/message';
import type { DnsServer } from '@/lib/dns/authority/model';

/** Nobody answered: silence, or a machine or network that says so. */
export class NoAnswer extends Error {}

/** One datagram there, the first that answers it back; rejects with {@link NoAnswer} after `timeoutMs`. */
export function exchangeUdp(server: DnsServer, query: Query, timeoutMs: number): Promise<Buffer> {
  const socket = createSocket(isIPv6(server.address) ? 'udp6' : 'udp4');
  return new Promise((resolve, reject) => {
    const finish = (settle: () => void) => {
      clearTimeout(timer);
      socket.removeAllListeners('message');
      socket.close();
      settle();
    };
    const fail = (cause?: unknown) => finish(() => reject(new NoAnswer('No answer by UDP.', { cause })));
    const timer = setTimeout(fail, timeoutMs);
    socket.once('error', fail);
    socket.on('message', (message) => {
      if (query.isAnsweredBy(message)) finish(() => resolve(message));
    });
    // Connected: the system drops what others send, and tells when nobody listens there.
    // Without a way there, as to IPv6 from many containers, the callback gets the error.
    socket.connect(server.port, server.address, (error?: Error) => (error ? fail(error) : socket.send(query.bytes)));
  });
}

/** The same by TCP (RFC 7766: two octets of length before each message). */
export function exchangeTcp(server: DnsServer, query: Query, timeoutMs: number): Promise<Buffer> {
  const socket = connect({ host: server.address, port: server.port });
  return new Promise((resolve, reject) => {
    const finish = (settle: () => void) => {
      clearTimeout(timer);
      socket.destroy();
      settle();
    };
    const fail = (cause?: unknown) => finish(() => reject(new NoAnswer('No answer by TCP.', { cause })));
    const timer = setTimeout(fail, timeoutMs);
    socket.on('error', fail);
    socket.on('end', fail);
    let received: Buffer = Buffer.alloc(0);
    socket.on('data', (chunk) => {
      received = Buffer.concat([received, chunk]);
      const end = received.length >= 2 ? received.readUInt16BE(0) + 2 : Number.POSITIVE_INFINITY;
      if (received.length < end) return;
      const message = received.subarray(2, end);
      if (query.isAnsweredBy(message)) finish(() => resolve(message));
      else fail();
    });
    const length = Buffer.alloc(2);
    length.writeUInt16BE(query.bytes.length);
    socket.write(Buffer.concat([length, query.bytes]));
  });
}
