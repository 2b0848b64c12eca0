import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import type { State } from '../state';
import { answerPacket } from './answer-packet';
import { resolve } from './resolve';
import { listenTcp } from './tcp';
import { listenUdp } from './udp';

export interface DnsServer {
  port: number;
  close(): Promise<void>;
}

const attempts = 20;

/**
 * Starts the sandbox's resolver on UDP and TCP, one port number for both; with port 0 a free one is found. Rejects
 * with the socket's error (`EADDRINUSE`, …) when the port can't be had.
 */
export async function startDns(options: { state: State; host: string; port: number }): Promise<DnsServer> {
  const { state, host } = options;
  const ask = (name: string, type: string) => resolve(state, name, type);
  for (let attempt = 1; ; attempt += 1) {
    const tcp = await listenTcp(options.port, host, (query) => answerPacket(query, 'tcp', ask));
    const { port } = tcp.server.address() as AddressInfo;
    try {
      const udp = await listenUdp(port, host, (query) => answerPacket(query, 'udp', ask));
      async function close() {
        udp.close();
        await Promise.all([once(udp, 'close'), tcp.close()]);
      }
      return { port, close };
    } catch (error) {
      await tcp.close();
      // The free TCP port may be in use on UDP: with port 0 there are others.
      if (options.port !== 0 || attempt === attempts) throw error;
    }
  }
}
