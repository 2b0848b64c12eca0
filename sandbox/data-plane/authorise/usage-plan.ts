import type { ThrottleSettings } from '@aws-sdk/client-api-gateway';
import type { StoredUsagePlan } from '../../model';
import { keyOf } from '../../scope';
import type { State } from '../../state';
import { type Quota, quota as rate, Throttle } from '../../throttle';
import { dayOf, remaining } from '../../usage';
import { GatewayFault } from '../fault';
import type { GatewayCall } from '../gateway-call';

/** Buckets of keys; in memory, so a restart fills them. */
const throttles = new WeakMap<State, Throttle>();

/** Takes one request from what a plan allows a key, or throws the refusal: first its rate, then its quota. */
export async function takeFromPlan(
  state: State,
  call: GatewayCall,
  plan: StoredUsagePlan,
  keyId: string,
): Promise<void> {
  refuseTooFast(state, call, plan, keyId);
  const { quota, id: usagePlanId } = plan;
  const time = call.request.receivedAt;
  await state.write((tx) => {
    if (quota && remaining(state, call.scope, plan, keyId, time) < 1) throw new GatewayFault('quotaExceeded');
    const key = keyOf.usage(call.scope, usagePlanId, keyId, dayOf(time));
    const usage = state.get('usages', key) ?? { used: 0, granted: 0 };
    tx.put('usages', key, { ...usage, used: usage.used + 1 });
  });
}

function refuseTooFast(state: State, call: GatewayCall, plan: StoredUsagePlan, keyId: string): void {
  const throttle = throttles.get(state) ?? new Throttle();
  throttles.set(state, throttle);
  const { resource, request, restApi, stage } = call;
  const route = `${resource.path}/${request.verb}`;
  const own = plan.apiStages?.find((each) => each.apiId === restApi.id && each.stage === stage.stageName)?.throttle;
  const total = quotaOf(plan.throttle);
  const single = quotaOf(own?.[route]);
  const quotas = { ...(total ? { total } : {}), operations: single ? { [route]: single } : {} };
  if (!throttle.admits(`${call.scope}/${plan.id}/${keyId}`, quotas, route, request.receivedAt, 1))
    throw new GatewayFault('throttled');
}

function quotaOf(settings: ThrottleSettings | undefined): Quota | undefined {
  if (settings?.rateLimit === undefined) return undefined;
  return rate(settings.rateLimit, 1000, settings.burstLimit ?? settings.rateLimit);
}
