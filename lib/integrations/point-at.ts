import { emptyIntegration } from '@/lib/gateway/defaults';
import type { Integration, IntegrationType, Method } from '@/lib/gateway/model';
import { kindOf } from './kind-of';
import type { IntegrationKind } from './kinds';
import { isProxy } from './new-response';
import { oneResponse, putResponses, type ResponseSet } from './put-responses';
import { mapUriVariables } from './uri-variables';

type Target = Partial<Integration> & { type: IntegrationType; uri: string | null };

/** Of two kinds with one family an integration keeps its mappings and responses. */
const families: Record<IntegrationKind, string> = {
  http: 'http',
  'vpc-link': 'http',
  lambda: 'lambda',
  'step-functions': 'step-functions',
  s3: 's3',
  mock: 'mock',
  'aws-other': 'aws-other',
};

/**
 * The method with its integration pointed at `target`. See `toMethod` of `IntegrationForm` for what stays.
 *
 * @param responses written where the integration is new or no longer passes through, and has none
 */
export function pointAt(method: Method, target: Target, path: string, responses: ResponseSet = oneResponse): Method {
  const before = method.integration;
  const kept = before && family(before) === family({ connectionType: 'INTERNET', ...target }) ? before : null;
  const base = kept ?? startOver(target.type, before);
  const pointed = withinType({ ...base, ...target }, base.type);
  const mapped = mapUriVariables(method, pointed, kept?.uri ?? null, path);
  const needsResponses = !isProxy(target.type) && Object.keys(pointed.responses).length === 0;
  return needsResponses && kept?.type !== target.type ? putResponses(mapped, responses) : mapped;
}

const family = (integration: Pick<Integration, 'type' | 'connectionType' | 'uri'>) => families[kindOf(integration)];

function startOver(type: IntegrationType, before: Integration | null): Integration {
  const fresh = emptyIntegration(type);
  if (before === null) return fresh;
  const { timeoutMs, cacheNamespace, cacheKeyParameters } = before;
  return { ...fresh, timeoutMs, cacheNamespace, cacheKeyParameters };
}

/** When the type changes, what only the other type uses goes. */
function withinType(integration: Integration, typeBefore: IntegrationType): Integration {
  if (integration.type === typeBefore) return integration;
  if (isProxy(integration.type)) return { ...integration, requestTemplates: {}, responses: {}, contentHandling: null };
  return { ...integration, responseTransferMode: 'BUFFERED' };
}
