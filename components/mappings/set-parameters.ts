import { declarationsFor, withDeclarations } from '@/lib/gateway/mapping/declarations-for';
import type { Integration, Method } from '@/lib/gateway/model';

/**
 * The method with these request mappings, and with what they need declared. A declaration that only the mappings before needed goes
 * with them, unless it is required or a cache key. Pure.
 */
export function setRequestParameters(
  method: Method,
  integration: Integration,
  requestParameters: Record<string, string>,
): Method {
  const needed = new Set(declarationsFor(requestParameters));
  const obsolete = new Set(
    declarationsFor(integration.requestParameters).filter(
      (key) =>
        !needed.has(key) && method.requestParameters[key] === false && !integration.cacheKeyParameters.includes(key),
    ),
  );
  const kept = Object.entries(method.requestParameters).filter(([key]) => !obsolete.has(key));
  return withDeclarations({
    ...method,
    requestParameters: Object.fromEntries(kept),
    integration: { ...integration, requestParameters },
  });
}

/** The method with these header mappings of one integration response, and with what they need declared by the method response. Pure. */
export function setResponseParameters(
  method: Method,
  integration: Integration,
  status: string,
  parameters: Record<string, string>,
): Method {
  const response = integration.responses[status];
  if (!response) return method;
  const declared = method.responses[status] ?? { parameters: {}, models: {} };
  const gone = new Set(Object.keys(response.parameters).filter((key) => !Object.hasOwn(parameters, key)));
  const kept = Object.entries(declared.parameters).filter(([key, required]) => required || !gone.has(key));
  const added = Object.keys(parameters).map((key) => [key, declared.parameters[key] ?? false] as const);
  return {
    ...method,
    responses: {
      ...method.responses,
      [status]: { ...declared, parameters: Object.fromEntries([...kept, ...added]) },
    },
    integration: { ...integration, responses: { ...integration.responses, [status]: { ...response, parameters } } },
  };
}
