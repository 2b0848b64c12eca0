import type { State } from '../state';
import { quota, Throttle } from '../throttle';
import { GatewayFault } from './fault';
import type { CallContext } from './gateway-call';
import { dialsOf } from './settings';

/** One bucket for each account and region; in memory, so a restart fills them. */
const throttles = new WeakMap<State, Throttle>();

/** Throws Too Many Requests when all APIs of an account in a region together get more than AWS lets them (facts 1.2). */
export function refuseBeyondAccount(state: State, { scope, request }: CallContext): void {
  const { throttles: isEnforced, accountRateLimit, accountBurstLimit, timeScale } = dialsOf(state);
  if (!isEnforced) return;
  const throttle = throttles.get(state) ?? new Throttle();
  throttles.set(state, throttle);
  const quotas = { total: quota(accountRateLimit, 1000, accountBurstLimit), operations: {} };
  if (!throttle.admits(scope, quotas, '', request.receivedAt, timeScale)) throw new GatewayFault('throttled');
}
