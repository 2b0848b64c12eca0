import { derived } from '../data-plane/derived';
import type { State } from '../state';
import { awsNameServer } from './aws-zones';
import { customerNameServers } from './customer-zone';
import { allRoute53NameServers } from './route-53-zone';
import { normaliseName } from './zone';

/** Where the authorities listen, all on the resolver's port. Route 53's name servers have an address each, by their number. */
export const authorityAddresses = {
  /** The root and the top level domains. */
  registry: '127.0.0.2',
  /** The two name servers of the customers' own DNS provider. */
  provider: ['127.0.0.3', '127.0.0.4'],
  /** AWS's own zones. */
  aws: '127.0.0.5',
} as const;

/** Where the machine has no such addresses (macOS), the resolver stands for all name servers. */
export const resolverAddress = '127.0.0.1';

export const rootNameServer = 'a.root-servers.net';

/** The name server of a top level domain. */
export function registryNameServer(topLevel: string): string {
  return `a.nic.${topLevel}`;
}

/** The address of a name server's name; `undefined` when nobody ever listed it. The name in lower case, no trailing dot. */
export function nameServerAddress(state: State, name: string): string | undefined {
  const address = ownAddress(name) ?? listed(state).get(name);
  return address !== undefined && state.get('meta', 'nameServersListen') === false ? resolverAddress : address;
}

/** The same where the resolver doesn't stand for all: who it is, wherever it listens. */
export function nameServerIdentity(state: State, name: string): string | undefined {
  return ownAddress(name) ?? listed(state).get(name);
}

export function isProviderAddress(address: string): boolean {
  return (authorityAddresses.provider as readonly string[]).includes(address);
}

/** The addresses that answer nothing. */
export const silentAddresses = derived(
  (state) => new Set(state.list('nameServers').flatMap(({ address, isSilent }) => (isSilent ? [address] : []))),
  ['nameServers'],
);

/** `ns-<n>.awsdns-<nn>.<tld>` -> 127.1.0.0 + n; `undefined` for other names. */
export function route53Address(name: string): string | undefined {
  const [, digits] = /^ns-(\d{1,5})\.awsdns-\d+\.(?:com|net|org|co\.uk)$/.exec(name) ?? [];
  const number = Number(digits ?? Number.NaN);
  return number < 0x1_00_00 ? `127.1.${number >> 8}.${number & 255}` : undefined;
}

/** Addresses of the Route 53 name servers that a zone or a delegation names. */
export function route53Addresses(state: State): Set<string> {
  const delegated = state.list('delegations').flatMap(({ nameServers }) => nameServers);
  const names = [...allRoute53NameServers(state), ...delegated];
  return new Set(names.flatMap((name) => route53Address(name) ?? []));
}

function ownAddress(name: string): string | undefined {
  if (name === rootNameServer || /^a\.nic\.[^.]+$/.test(name)) return authorityAddresses.registry;
  if (name === awsNameServer) return authorityAddresses.aws;
  const index = customerNameServers.indexOf(name);
  return index >= 0 ? authorityAddresses.provider[index] : route53Address(name);
}

/**
 * Every other name that an NS record or the registry lists is played by the customers' provider, its two servers by turns; so
 * can any provider be. Names below `.invalid` stay nobody's.
 */
const listed = derived(
  (state) => {
    const addresses = new Map<string, string>();
    for (const names of nameServerSets(state)) {
      for (const [index, name] of names.map(normaliseName).entries()) {
        const address = authorityAddresses.provider[index % authorityAddresses.provider.length];
        if (address && !addresses.has(name) && !name.endsWith('.invalid')) addresses.set(name, address);
      }
    }
    return addresses;
  },
  ['customerRecords', 'delegations', 'recordSets'],
);

function* nameServerSets(state: State): Generator<string[]> {
  for (const { nameServers } of state.list('delegations')) yield nameServers;
  for (const { type, values } of state.list('customerRecords')) if (type === 'NS') yield values;
  for (const key of state.keys('recordSets')) {
    if (!key.includes('/NS/')) continue;
    yield state.get('recordSets', key)?.ResourceRecords?.flatMap(({ Value }) => Value ?? []) ?? [];
  }
}
