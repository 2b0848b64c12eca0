import { createSocket } from 'node:dgram';
import net from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { StartFailure } from './fail.mjs';

function tryTcp(host, port) {
  return new Promise((resolve) => {
    const server = net.createServer();
    server.once('error', (error) => resolve(error.code));
    server.listen({ host, port, exclusive: true }, () => server.close(() => resolve(null)));
  });
}

function tryUdp(host, port) {
  return new Promise((resolve) => {
    const socket = createSocket('udp4');
    socket.once('error', (error) => resolve(error.code));
    socket.bind({ address: host, port, exclusive: true }, () => socket.close(() => resolve(null)));
  });
}

const reasons = {
  EADDRINUSE: 'is already in use',
  EACCES: 'needs more rights than this user has',
  EADDRNOTAVAIL: 'is on an address that this machine does not have',
};

/**
 * Stops with a sentence that names the variable when a port can't be had. Waits up to 3 s first, since the processes of
 * a start that was killed take a moment to notice.
 * @param {{ variable: string, what: string, host: string, port: number, udp?: boolean }[]} wanted
 */
export async function checkPorts(wanted) {
  const giveUpAt = Date.now() + 3000;
  for (const { variable, what, host, port, udp } of wanted) {
    for (;;) {
      const problem = (await tryTcp(host, port)) ?? (udp ? await tryUdp(host, port) : null);
      if (problem === null) break;
      if (Date.now() > giveUpAt || problem !== 'EADDRINUSE') {
        const reason = reasons[problem] ?? `can't be opened (${problem})`;
        throw new StartFailure(
          `port ${port} for ${what} on ${host} ${reason}: stop what uses it or set ${variable} to a free port.`,
        );
      }
      await sleep(150);
    }
  }
}
