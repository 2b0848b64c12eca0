import { once } from 'node:events';
import type { RequestListener, Server } from 'node:http';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

const attempts = 200;

/** Serves `listener` on `port`, or on the first port after it that is not in use. */
export async function listenOnFreePort(
  listener: RequestListener,
  host: string,
  port: number,
): Promise<{ server: Server; port: number }> {
  for (let candidate = port; ; candidate += 1) {
    const server = createServer(listener);
    try {
      server.listen(candidate, host);
      await once(server, 'listening');
      return { server, port: (server.address() as AddressInfo).port };
    } catch (error) {
      const isTaken = error instanceof Error && 'code' in error && error.code === 'EADDRINUSE';
      if (!isTaken || candidate - port >= attempts) throw error;
    }
  }
}
