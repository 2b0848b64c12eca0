import type { CallRates, GatewayOperation, Plan, PlannedCall } from '@/lib/gateway/calls';

/**
 * How long the calls take at least, one after the other, each as soon as AWS's quotas let it go and answered at once. AWS's quotas are
 * buckets (GCRA): `burst` calls at once, then one each `intervalMs`; those of one operation and that of all hold together.
 */
export function timeOf(calls: readonly PlannedCall[], rates: CallRates): Pick<Plan, 'durationMs' | 'costs'> {
  const arrivals = new Map<string, number>();
  const counts = new Map<GatewayOperation, number>();
  let now = 0;
  for (const { call } of calls) {
    counts.set(call.operation, (counts.get(call.operation) ?? 0) + 1);
    const quotas = ([call.operation, '*'] as const).flatMap((name) => {
      const rate = rates(name);
      return rate ? [{ name, ...rate, arrival: arrivals.get(name) ?? Number.NEGATIVE_INFINITY }] : [];
    });
    now = Math.max(now, ...quotas.map(({ arrival, burst, intervalMs }) => arrival - (burst - 1) * intervalMs));
    for (const { name, arrival, intervalMs } of quotas) arrivals.set(name, Math.max(arrival, now) + intervalMs);
  }
  const costs = [...counts].map(([operation, count]) => {
    const rate = rates(operation);
    return { operation, calls: count, durationMs: rate ? Math.max(0, count - rate.burst) * rate.intervalMs : 0 };
  });
  return { durationMs: now, costs };
}
