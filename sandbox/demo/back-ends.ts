import { once } from 'node:events';
import type { RequestListener, Server } from 'node:http';
import type { State } from '../state';
import { listenOnFreePort } from './listen-on-free-port';
import { microservice } from './microservice';
import { repointIntegrations } from './repoint-integrations';
import { webApplication } from './web-application';

type BackEnd = 'microservice' | 'webApplication';

export interface BackEnds extends Record<BackEnd, { url: string }> {
  close(): Promise<void>;
}

const usualPorts: Record<BackEnd, number> = { microservice: 9081, webApplication: 9082 };

/**
 * Starts the two demo back ends on the ports they had last time in this state, at first 9081 and 9082; a port in use is
 * passed over for the next free one, and integrations that led to the old one are led to the new one.
 */
export async function startBackEnds(options: { state: State; host: string }): Promise<BackEnds> {
  const service = await start(options, 'microservice', safely(microservice()));
  const application = await start(options, 'webApplication', safely(webApplication)).catch(async (error: unknown) => {
    await stop(service.server);
    throw error;
  });
  return {
    microservice: { url: service.url },
    webApplication: { url: application.url },
    close: async () => {
      await Promise.all([stop(service.server), stop(application.server)]);
    },
  };
}

async function start(
  { state, host }: { state: State; host: string },
  name: BackEnd,
  listener: RequestListener,
): Promise<{ server: Server; url: string }> {
  const key = `backEnd:${name}`;
  const lastPort = state.get('meta', key);
  const wanted = typeof lastPort === 'number' ? lastPort : usualPorts[name];
  const { server, port } = await listenOnFreePort(listener, host, wanted);
  const urlOf = (at: number) => `http://${host}:${at}`;
  if (port !== lastPort) await state.write((tx) => tx.put('meta', key, port));
  if (port !== wanted) await repointIntegrations(state, urlOf(wanted), urlOf(port));
  return { server, url: urlOf(port) };
}

/** A client that breaks off in the middle of its request makes reading it fail; nobody is left to answer then. */
function safely(handle: (...parameters: Parameters<RequestListener>) => Promise<void>): RequestListener {
  return (request, response) => {
    handle(request, response).catch(() => response.destroy());
  };
}

async function stop(server: Server): Promise<void> {
  server.close();
  server.closeAllConnections();
  await once(server, 'close');
}
