import type { State } from '../state';
import { answerAs } from './answer-as';
import { type Listener, listen } from './listen';
import { authorityAddresses, route53Addresses, silentAddresses } from './name-servers';

/** Each has two sockets; nobody asks the name servers of more zones than that. */
const mostRoute53Addresses = 1000;

const fixedAddresses = [authorityAddresses.registry, ...authorityAddresses.provider, authorityAddresses.aws];

export interface Authorities {
  close(): Promise<void>;
}

/**
 * Starts the name servers, each on its own loopback address at the resolver's port: the registry's, the customers' provider's and
 * AWS's at once, Route 53's as zones and delegations name them. `null` where the machine has no such addresses. Rejects with
 * `EADDRINUSE` when one of them has the port in use.
 */
export async function startAuthorities(state: State, port: number): Promise<Authorities | null> {
  const listeners = new Map<string, Promise<Listener | null>>();
  const begin = (address: string) => {
    const listener = listen(address, port, (question) => {
      if (silentAddresses(state).has(address)) return null;
      return answerAs(state, address, question.name, question.type);
    });
    listeners.set(
      address,
      listener.catch(() => null),
    );
    return listener;
  };
  const close = async () => {
    for (const listener of await Promise.all(listeners.values())) await listener?.close();
  };
  try {
    for (const address of fixedAddresses) await begin(address);
  } catch (error) {
    await close();
    if (error instanceof Error && 'code' in error && error.code === 'EADDRINUSE') throw error;
    return null;
  }
  const beginNew = () => {
    for (const address of route53Addresses(state)) {
      if (!listeners.has(address) && listeners.size < mostRoute53Addresses) begin(address).catch(() => undefined);
    }
  };
  beginNew();
  const stop = state.onChange((touched) => {
    if (touched.has('zones') || touched.has('delegations')) beginNew();
  });
  await Promise.all(listeners.values());
  return {
    async close() {
      stop();
      await close();
    },
  };
}
