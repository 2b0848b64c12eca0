import 'server-only';
import { gatewayRates } from '@/lib/aws/quotas';
import { env } from '@/lib/env';
import type { GatewayOperation } from '@/lib/gateway/calls';

/** The least time in ms that calls of these operations take under AWS's quotas, when nothing of a burst is left. */
export function remainingMs(operations: readonly string[]): number {
  const rates = gatewayRates(env().quotaScale);
  const perOperation = new Map<string, number>();
  for (const operation of operations) perOperation.set(operation, (perOperation.get(operation) ?? 0) + 1);
  const times = [...perOperation, ['*', operations.length] as const].map(([operation, calls]) => {
    // Steps such as CreateDeployment have their rate in the same table.
    return calls * (rates(operation as GatewayOperation | '*')?.intervalMs ?? 0);
  });
  return Math.ceil(Math.max(...times));
}
