import ipaddr from 'ipaddr.js';
import { type AddressKind, classifyAddress } from './classify-address';

/** Says of one address and port whether the console may connect to it on its own account. */
export interface AddressGuard {
  check(address: string, port: number): Verdict;
}

type Verdict = { ok: true } | { ok: false /** As in "a private address". */; what: string };

interface Rules {
  /** The operator's: CIDR or single addresses. */
  allowedNetworks: string[];
  /** The sandbox's own ports on 127.0.0.1; empty without a sandbox. */
  sandboxPorts: number[];
  /** The port of the sandbox's name servers, each on a loopback address of its own; undefined without a sandbox. */
  sandboxDnsPort?: number;
}

const words: Record<AddressKind, string> = {
  public: 'a public address',
  loopback: 'an address of this machine itself',
  private: 'a private address',
  'link-local': 'a link-local address',
  metadata: 'the address of a cloud’s metadata service',
  'carrier-nat': 'an address behind a carrier’s NAT',
  multicast: 'a multicast address',
  unspecified: 'the unspecified address',
  tunnel: 'an address of a tunnel (6to4 or Teredo)',
  reserved: 'a reserved address',
  none: 'no IP address',
};

/**
 * Whatever the console connects to because of what tenants or operators enter goes past this: public addresses, the
 * operator's allowed networks, and the sandbox's ports. A metadata service is out of bounds in any case.
 */
export function createGuard({ allowedNetworks, sandboxPorts, sandboxDnsPort }: Rules): AddressGuard {
  const networks = allowedNetworks.map(parseNetwork).filter((network) => network !== null);
  return {
    check(address, port) {
      const kind = classifyAddress(address);
      if (kind === 'public') return { ok: true };
      if (address === '127.0.0.1' && sandboxPorts.includes(port)) return { ok: true };
      if (port === sandboxDnsPort && /^127\.\d+\.\d+\.\d+$/.test(address) && kind === 'loopback') return { ok: true };
      if (kind !== 'none' && kind !== 'metadata') {
        const parsed = ipaddr.process(address);
        if (networks.some((network) => parsed.kind() === network[0].kind() && parsed.match(network)))
          return { ok: true };
      }
      return { ok: false, what: words[kind] };
    },
  };
}

/** `10.0.0.0/8`, `fd00::/8` or one address; null for anything else. */
export function parseNetwork(text: string): [ipaddr.IPv4 | ipaddr.IPv6, number] | null {
  const [address = '', bits, ...rest] = text.split('/');
  if (rest.length > 0 || classifyAddress(address) === 'none') return null;
  const parsed = ipaddr.parse(address);
  const longest = parsed.kind() === 'ipv4' ? 32 : 128;
  if (bits === undefined) return [parsed, longest];
  return /^\d{1,3}$/.test(bits) && Number(bits) <= longest ? [parsed, Number(bits)] : null;
}

/** What to do about a refusal. */
export const refusalFix =
  'If it is meant to be reached from here, name its network in GATEHOUSE_ALLOWED_NETWORKS and start the console again.';
