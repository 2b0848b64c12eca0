import type { MethodSetting } from '@aws-sdk/client-api-gateway';
import type { GatewayCall } from './gateway-call';

type Settings = Record<string, MethodSetting>;

/** A stage's settings by `/path/VERB`, whichever way their keys are spelled (facts 05, section 5.2). */
const byRoute = new WeakMap<Settings, Settings>();

/** What a stage sets for the call's own method, and for all of them. */
export function settingsOf({ stage, resource, request }: GatewayCall): { own?: MethodSetting; all?: MethodSetting } {
  if (!stage.methodSettings) return {};
  const settings = normalised(stage.methodSettings);
  const own = settings[`${resource.path}/${request.verb}`];
  const all = settings['/*/*'];
  return { ...(own ? { own } : {}), ...(all ? { all } : {}) };
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
