import type { MethodSetting } from '@aws-sdk/client-api-gateway';
import type { State } from '../state';
import { quota, Throttle } from '../throttle';
import { GatewayFault } from './fault';
import type { GatewayCall } from './gateway-call';

type Settings = Record<string, MethodSetting>;

/** Buckets of methods; in memory, so a restart fills them. */
const throttles = new WeakMap<State, Throttle>();

/** A stage's settings by `/path/VERB`, whichever way their keys are spelled (facts 05, section 5.2). */
const byRoute = new WeakMap<Settings, Settings>();

/** Throws Too Many Requests when a method gets more than its stage lets it have; each method has a bucket of its own. */
export function refuseTooFast(state: State, { scope, restApi, stage, resource, request }: GatewayCall): void {
  if (!stage.methodSettings) return;
  const settings = normalised(stage.methodSettings);
  const route = `${resource.path}/${request.verb}`;
  const { throttlingRateLimit: rate = -1, throttlingBurstLimit: burst = rate } =
    settings[route] ?? settings['/*/*'] ?? {};
  if (rate < 0) return;
  const throttle = throttles.get(state) ?? new Throttle();
  throttles.set(state, throttle);
  const quotas = { operations: { [route]: quota(rate, 1000, burst) } };
  if (!throttle.admits(`${scope}/${restApi.id}/${stage.stageName}`, quotas, route, request.receivedAt, 1))
    throw new GatewayFault('throttled');
}

function normalised(settings: Settings): Settings {
  const known = byRoute.get(settings);
  if (known) return known;
  const routes = Object.entries(settings).map(([key, setting]) => {
    const [, resource = '', verb = ''] = /^(.*)\/([^/]+)$/.exec(key) ?? [];
    const path = resource.replaceAll('~1', '/').replaceAll('~0', '~');
    return [`${path.startsWith('/') ? path : `/${path}`}/${verb}`, setting];
  });
  const made = Object.fromEntries(routes);
  byRoute.set(settings, made);
  return made;
}
