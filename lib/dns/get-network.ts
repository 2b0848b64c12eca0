import 'server-only';
import { createNetwork, type Network } from '@/lib/dns/network';
import { env } from '@/lib/env';
import { getGuard } from '@/lib/net/get-guard';

const shared = globalThis as typeof globalThis & { gatehouseNetwork?: Network };

/** The process's own network, from its settings: the resolvers, the port, the bounds and the CA that domains are checked with. */
export function getNetwork(): Network {
  shared.gatehouseNetwork ??= createNetwork({ ...env(), guard: getGuard() });
  return shared.gatehouseNetwork;
}
