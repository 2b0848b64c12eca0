import { createSocket, type Socket } from 'node:dgram';
import { once } from 'node:events';
import { isIPv6 } from 'node:net';

/** Listens for datagrams; `answer` gives the reply, or `null` for none. Rejects when the port is taken. */
export async function listenUdp(port: number, host: string, answer: (query: Buffer) => Buffer | null): Promise<Socket> {
  const socket = createSocket(isIPv6(host) ? 'udp6' : 'udp4');
  socket.on('message', (query, peer) => {
    const reply = answer(query);
    // A peer that is gone again (ICMP unreachable) is its own problem.
    if (reply) socket.send(reply, peer.port, peer.address, () => undefined);
  });
  socket.bind(port, host);
  try {
    await once(socket, 'listening');
  } catch (error) {
    socket.close();
    throw error;
  }
  socket.on('error', () => undefined);
  return socket;
}
