import 'server-only';
import { env } from '@/lib/env';
import { type AddressGuard, createGuard } from './address-guard';

const shared = globalThis as typeof globalThis & { gatehouseGuard?: AddressGuard };

/** The process's own guard, from its settings. */
export function getGuard(): AddressGuard {
  shared.gatehouseGuard ??= createGuard(guardRules(env()));
  return shared.gatehouseGuard;
}

type Settings = Pick<ReturnType<typeof env>, 'allowedNetworks' | 'target' | 'sandboxPorts'>;

/** Of the sandbox only what tenants' names lead to; its own protocol is `lib/aws`'s and `lib/sandbox-panel`'s business. */
function guardRules({ allowedNetworks, target, sandboxPorts }: Settings) {
  if (target !== 'sandbox') return { allowedNetworks, sandboxPorts: [] };
  const { http, https, dns } = sandboxPorts;
  return { allowedNetworks, sandboxPorts: [http, https], sandboxDnsPort: dns };
}
