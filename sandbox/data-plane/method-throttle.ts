import type { State } from '../state';
import { quota, Throttle } from '../throttle';
import { GatewayFault } from './fault';
import type { GatewayCall } from './gateway-call';
import { settingsOf } from './method-settings';

/** Buckets of methods; in memory, so a restart fills them. */
const throttles = new WeakMap<State, Throttle>();

/** Throws Too Many Requests when a method gets more than its stage lets it have; each method has a bucket of its own. */
export function refuseTooFast(state: State, call: GatewayCall): void {
  const { scope, restApi, stage, resource, request } = call;
  const { own, all } = settingsOf(call);
  const { throttlingRateLimit: rate = -1, throttlingBurstLimit: burst = rate } = own ?? all ?? {};
  if (rate < 0) return;
  const throttle = throttles.get(state) ?? new Throttle();
  throttles.set(state, throttle);
  const route = `${resource.path}/${request.verb}`;
  const quotas = { operations: { [route]: quota(rate, 1000, burst) } };
  if (!throttle.admits(`${scope}/${restApi.id}/${stage.stageName}`, quotas, route, request.receivedAt, 1))
    throw new GatewayFault('throttled');
}
