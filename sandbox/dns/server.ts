import type { State } from '../state';
import { type Authorities, startAuthorities } from './authorities';
import { type Listener, listen } from './listen';
import { resolverAddress } from './name-servers';
import { resolve } from './resolve';
import { ResolverCache } from './resolver-cache';

export interface DnsServer {
  port: number;
  close(): Promise<void>;
}

const attempts = 20;

/**
 * Starts the sandbox's resolver and, on more loopback addresses, the name servers that it would ask (where there are such
 * addresses); one port number for UDP and TCP of all; with port 0 a free one is found. Rejects with the socket's error
 * (`EADDRINUSE`, …) when the port can't be had.
 */
export async function startDns(options: { state: State; host: string; port: number }): Promise<DnsServer> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await startOn(options);
    } catch (error) {
      // The free TCP port may be in use on UDP, or on another address: with port 0 there are others.
      if (options.port !== 0 || attempt === attempts) throw error;
    }
  }
}

async function startOn({ state, host, port }: { state: State; host: string; port: number }): Promise<DnsServer> {
  const resolver = await startResolver(state, host, port);
  try {
    const authorities = host === resolverAddress ? await startAuthorities(state, resolver.port) : null;
    await rememberAuthorities(state, authorities);
    return {
      port: resolver.port,
      async close() {
        await authorities?.close();
        await resolver.close();
      },
    };
  } catch (error) {
    await resolver.close();
    throw error;
  }
}

function startResolver(state: State, host: string, port: number): Promise<Listener> {
  const cache = new ResolverCache(state);
  return listen(host, port, ({ name, type, isRecursive, isCheckingDisabled }) => {
    const resolution = resolve(state, name, type, { checkingDisabled: isCheckingDisabled, cache });
    // Where it stands for all name servers, it is in charge of what it is asked as one of them.
    return { ...resolution, authoritative: !isRecursive && state.get('meta', 'nameServersListen') === false };
  });
}

/** Names of name servers lead to the resolver where nothing else listens. */
async function rememberAuthorities(state: State, authorities: Authorities | null): Promise<void> {
  const nameServersListen = authorities !== null;
  if (state.get('meta', 'nameServersListen') === nameServersListen) return;
  await state.write((tx) => tx.put('meta', 'nameServersListen', nameServersListen));
}
