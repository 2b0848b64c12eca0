import { once } from 'node:events';
import { createServer, type Server, type Socket } from 'node:net';

const idleMs = 10_000;

/**
 * Listens for DNS over TCP: messages with a two-byte length before them, any number on one connection (RFC 7766).
 * Rejects when the port is taken.
 */
export async function listenTcp(
  port: number,
  host: string,
  answer: (query: Buffer) => Buffer | null,
): Promise<{ server: Server; close(): Promise<void> }> {
  const open = new Set<Socket>();
  const server = createServer((socket) => {
    open.add(socket);
    socket.on('close', () => open.delete(socket));
    socket.on('error', () => socket.destroy());
    socket.setTimeout(idleMs, () => socket.destroy());
    converse(socket, answer);
  });
  server.listen(port, host);
  await once(server, 'listening');
  async function close() {
    for (const socket of open) socket.destroy();
    server.close();
    await once(server, 'close');
  }
  return { server, close };
}

function converse(socket: Socket, answer: (query: Buffer) => Buffer | null): void {
  let pending: Buffer = Buffer.alloc(0);
  socket.on('data', (chunk) => {
    pending = Buffer.concat([pending, chunk]);
    while (pending.length >= 2 && pending.length >= pending.readUInt16BE(0) + 2) {
      const end = pending.readUInt16BE(0) + 2;
      const reply = answer(pending.subarray(2, end));
      pending = pending.subarray(end);
      if (!reply) return socket.destroy();
      const length = Buffer.alloc(2);
      length.writeUInt16BE(reply.length);
      socket.write(Buffer.concat([length, reply]));
    }
    return undefined;
  });
}
