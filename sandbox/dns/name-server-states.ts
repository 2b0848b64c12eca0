import { isIP } from 'node:net';
import { z } from 'zod';
import type { State } from '../state';
import { authorityAddresses, isProviderAddress, nameServerIdentity, route53Addresses } from './name-servers';
import { normaliseName } from './zone';

const changeSchema = z
  .strictObject({
    /** Of the server: its address or one of its names. */
    address: z.string().optional(),
    name: z.string().optional(),
    /** Whether it goes on answering what the provider has now. */
    stale: z.boolean().optional(),
    /** Whether it answers nothing at all. */
    silent: z.boolean().optional(),
  })
  .refine(({ address, name }) => (address === undefined) !== (name === undefined), 'Give an address or a name.');

interface NameServerState {
  address: string;
  plays: 'registry' | "customers' provider" | 'AWS' | 'Route 53';
  stale: boolean;
  silent: boolean;
}

/** Every name server that listens, in the order of addresses. */
export function listNameServers(state: State): NameServerState[] {
  const addresses = [
    authorityAddresses.registry,
    ...authorityAddresses.provider,
    authorityAddresses.aws,
    ...route53Addresses(state),
  ];
  return addresses.map((address) => stateOf(state, address));
}

/** Holds a server of the customers' provider back, or makes any server silent; throws zod's error, or a sentence. */
export async function changeNameServer(state: State, input: unknown): Promise<NameServerState> {
  const { name, stale, silent, ...rest } = changeSchema.parse(input);
  const address = rest.address ?? nameServerIdentity(state, normaliseName(name ?? ''));
  if (address === undefined || isIP(address) !== 4 || !listNameServers(state).some((each) => each.address === address))
    throw new RangeError(`${name ?? address} is no name server of the sandbox.`);
  if (stale && !isProviderAddress(address))
    throw new RangeError("Only a server of the customers' provider can be held back.");
  await state.write((tx) => {
    const before = state.get('nameServers', address);
    const heldBefore = before?.heldAt ?? null;
    const heldAt = stale === undefined ? heldBefore : stale ? (heldBefore ?? state.list('customerRecords')) : null;
    const isSilent = silent ?? before?.isSilent ?? false;
    if (heldAt === null && !isSilent) tx.remove('nameServers', address);
    else tx.put('nameServers', address, { address, heldAt, isSilent });
  });
  return stateOf(state, address);
}

function stateOf(state: State, address: string): NameServerState {
  const stored = state.get('nameServers', address);
  return {
    address,
    plays: roleOf(address),
    stale: (stored?.heldAt ?? null) !== null,
    silent: stored?.isSilent ?? false,
  };
}

function roleOf(address: string): NameServerState['plays'] {
  if (address === authorityAddresses.registry) return 'registry';
  if (address === authorityAddresses.aws) return 'AWS';
  return isProviderAddress(address) ? "customers' provider" : 'Route 53';
}
