import 'server-only';
import { getServers } from 'node:dns';
import { askServer } from '@/lib/dns/authority/ask-server';
import type { Ask } from '@/lib/dns/authority/asking';
import { findDelegation } from '@/lib/dns/authority/find-delegation';
import { messageWithout } from '@/lib/dns/authority/message';
import type { Authority, DnsServer } from '@/lib/dns/authority/model';
import { normalName } from '@/lib/dns/normal-name';
import type { AddressGuard } from '@/lib/net/address-guard';

interface Settings {
  /** The operator's resolvers, `host:port`; none means the system's. */
  dnsServers: string[];
  /** Where name servers listen; 53 but for the sandbox's. */
  port: number;
  guard: AddressGuard;
}

/**
 * The DNS asked server by server, with real packets. Who serves a tenant's zone is the tenant's choice: addresses go past the
 * guard, and one that it refuses is not asked (outcome `ERROR`). The resolvers are the operator's choice and always asked.
 */
export function createAuthority({ dnsServers, port, guard }: Settings): Authority {
  const resolvers = (dnsServers.length > 0 ? dnsServers : getServers()).flatMap((text) => parseServer(text) ?? []);
  const isResolver = (server: DnsServer) =>
    resolvers.some(({ address, port: own }) => address === server.address && own === server.port);
  const ask: Ask = async (server, name, type, options) => {
    if (isResolver(server) || guard.check(server.address, server.port).ok)
      return askServer(server, name, type, options);
    return messageWithout('ERROR');
  };
  return {
    resolvers,
    findDelegation: (name) => findDelegation({ ask, resolvers, port }, normalName(name)),
    async ask(server, name, type, options) {
      const at = new Date().toISOString();
      const question = { name: normalName(name), type };
      const { outcome, authoritative, records, authority } = await ask(server, question.name, type, options);
      return { server, at, question, outcome, authoritative, records, authority };
    },
  };
}

/** `1.2.3.4:53`, `1.2.3.4`, `[::1]:53` or `::1`. */
function parseServer(text: string): DnsServer | null {
  const [, bracketed, plain, digits] = /^(?:\[([^\]]+)\]|([^:]+))(?::(\d+))?$/.exec(text) ?? [null, null, text];
  const address = bracketed ?? plain;
  return address ? { name: null, address, port: Number(digits ?? 53) } : null;
}
