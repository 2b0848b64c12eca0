import { once } from 'node:events';
import type { RequestListener, Server } from 'node:http';
import type { State } from '../state';
import { listenOnFreePort } from './listen-on-free-port';
import { type BackEnd, putLoadBalancers } from './load-balancers';
import { microservice } from './microservice';
import { repointIntegrations } from './repoint-integrations';
import { webApplication } from './web-application';

export interface BackEnds {
  /** Without path. */
  urls: Record<BackEnd, string>;
  close(): Promise<void>;
}

const backEnds: Record<BackEnd, { usualPort: number; listener(): RequestListener }> = {
  microservice: { usualPort: 9081, listener: () => safely(microservice('orders', '1.0')) },
  webApplication: { usualPort: 9082, listener: () => safely(webApplication) },
  microserviceV2: { usualPort: 9083, listener: () => safely(microservice('orders', '2.0')) },
  inventory: { usualPort: 9084, listener: () => safely(microservice('inventory', '1.0')) },
};

const names = Object.keys(backEnds) as BackEnd[];

/**
 * Starts the demo back ends on the ports they had last time in this state, at first 9081 and on; a port in use is passed
 * over for the next free one. The names of their load balancers lead to the ports that they really have, and integrations
 * that lead to an old address itself are led to the new one.
 */
export async function startBackEnds({ state, host }: { state: State; host: string }): Promise<BackEnds> {
  const started: { name: BackEnd; server: Server; url: string }[] = [];
  const close = async () => {
    await Promise.all(started.map(({ server }) => stop(server)));
  };
  try {
    // One after the other: none may take the port that is the next one's own.
    for (const name of names) started.push({ name, ...(await start({ state, host }, name)) });
  } catch (error) {
    await close();
    throw error;
  }
  const urls = Object.fromEntries(started.map(({ name, url }) => [name, url])) as Record<BackEnd, string>;
  await putLoadBalancers(state, urls);
  return { urls, close };
}

async function start(
  { state, host }: { state: State; host: string },
  name: BackEnd,
): Promise<{ server: Server; url: string }> {
  const key = `backEnd:${name}`;
  const lastPort = state.get('meta', key);
  const { usualPort, listener } = backEnds[name];
  const wanted = typeof lastPort === 'number' ? lastPort : usualPort;
  const { server, port } = await listenOnFreePort(listener(), host, wanted);
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
