import { createSocket } from 'node:dgram';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';

/** Passes DNS questions on to a server on this machine, and counts them. UDP only. */
export async function startDnsRelay(port: number): Promise<{ port: number; count(): number; close(): void }> {
  const front = createSocket('udp4');
  let questions = 0;
  front.on('message', (question, from) => {
    questions += 1;
    const back = createSocket('udp4');
    const end = setTimeout(() => back.close(), 5_000);
    back.on('message', (answer) => {
      clearTimeout(end);
      back.close();
      front.send(answer, from.port, from.address);
    });
    back.send(question, port, '127.0.0.1');
  });
  front.bind(0, '127.0.0.1');
  await once(front, 'listening');
  return { port: (front.address() as AddressInfo).port, count: () => questions, close: () => front.close() };
}
