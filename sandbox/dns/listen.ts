import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { answerPacket, type DnsQuestion } from './answer-packet';
import type { Resolution } from './resolve';
import { listenTcp } from './tcp';
import { listenUdp } from './udp';

export interface Listener {
  port: number;
  close(): Promise<void>;
}

/** What one address answers; `null` for silence. */
export type Answering = (question: DnsQuestion) => Resolution | null;

/** Listens on UDP and TCP of one address, the same port; 0 is any that TCP has free. Rejects with the socket's error. */
export async function listen(host: string, port: number, answer: Answering): Promise<Listener> {
  const reply = (transport: 'udp' | 'tcp') => (query: Buffer) => answerPacket(query, transport, answer);
  const tcp = await listenTcp(port, host, reply('tcp'));
  const { port: own } = tcp.server.address() as AddressInfo;
  try {
    const udp = await listenUdp(own, host, reply('udp'));
    return {
      port: own,
      async close() {
        udp.close();
        await Promise.all([once(udp, 'close'), tcp.close()]);
      },
    };
  } catch (error) {
    await tcp.close();
    throw error;
  }
}
