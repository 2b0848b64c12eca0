import type { Snapshot } from './model';
import { buildAwsRequest } from './resolve/build-aws-request';
import { buildEventRequest } from './resolve/build-event-request';
import { buildHttpRequest } from './resolve/build-http-request';
import { checkApiKey, checkAuthorization } from './resolve/check-access';
import { checkValidation } from './resolve/check-validation';
import { type CompiledIntegration, compileIntegration } from './resolve/compile-integration';
import { headerValue } from './resolve/headers';
import { clientBody, makeBody } from './resolve/make-body';
import { mockStatus } from './resolve/mock-status';
import type {
  Check,
  GatewayRequest,
  MatchedRoute,
  Resolution,
  ResolveCall,
  ResolveOptions,
  SentRequest,
} from './resolve/model';
import { parseQuery } from './resolve/query';
import { type RefusalType, refuse } from './resolve/refuse';
import { matchTree, routeTreeOf, type TreeMatch } from './resolve/route-tree';
import { unmatchedCall } from './resolve/unmatched-call';

export type {
  GatewayRequest,
  MatchedRoute,
  Refusal,
  Resolution,
  ResolveOptions,
  SentBody,
  SentRequest,
} from './resolve/model';
export { requestOf } from './resolve/request-of';

const clientVerbs = new Set(['GET', 'PUT', 'POST', 'DELETE', 'PATCH', 'OPTIONS', 'HEAD']);

/**
 * What becomes of a request: the route that serves it, what is checked, and the exact request that the back end gets, or the
 * gateway's own answer. Pure and quick; a snapshot is taken apart once, so it must not change. Why a route was chosen,
 * `explainResolution` tells. Sources: facts 04 and 08.
 */
export function resolve(snapshot: Snapshot, request: GatewayRequest, options: ResolveOptions = {}): Resolution {
  const verb = effectiveVerb(request);
  // `ANY` means AWS's verbs, not whatever a client makes up.
  const match = clientVerbs.has(verb) ? matchTree(routeTreeOf(snapshot), verb, request.path) : null;
  if (!match) {
    const sentence = `No resource has a ${verb} method for ${request.path}. API Gateway answers so, with 403, to whatever it doesn't know.`;
    const call = unmatchedCall(request, verb, options);
    const refusal = refuse(snapshot, call, 'MISSING_AUTHENTICATION_TOKEN', sentence);
    return { outcome: 'refused', route: null, checks: [], refusal };
  }
  return serve(snapshot, request, verb, routeOf(match), options);
}

/**
 * The same for a method that is known, such as one that is being edited; it need not be in the snapshot.
 */
function serve(
  snapshot: Snapshot,
  request: GatewayRequest,
  verb: string,
  route: MatchedRoute,
  options: ResolveOptions,
): Resolution {
  const { integration } = route.method;
  const base = unmatchedCall(request, verb, options);
  const call: ResolveCall = {
    ...base,
    route,
    query: parseQuery(request.query),
    integration: integration ?? base.integration,
  };
  const checks: Check[] = [];
  for (const run of [checkAuthorization, checkApiKey, checkValidation]) {
    const checked = run(snapshot, call);
    if (checked) checks.push(checked.check);
    if (checked?.refusal) return { outcome: 'refused', route, checks, refusal: checked.refusal };
  }
  const refused = (type: RefusalType, sentence: string): Resolution => ({
    outcome: 'refused',
    route,
    checks,
    refusal: refuse(snapshot, call, type, sentence),
  });
  if (!integration) return refused('API_CONFIGURATION_ERROR', 'The method has no integration.');
  const compiled = compileIntegration(integration);
  if (integration.type === 'AWS_PROXY') return sentOr(buildEventRequest(call, compiled));
  if (integration.type === 'HTTP_PROXY')
    return sentOr(buildHttpRequest(call, compiled, clientBody(request.body), null));
  return viaTemplate(call, compiled);

  function sentOr(built: SentRequest | string): Resolution {
    if (compiled.forbidden !== null) return refused('API_CONFIGURATION_ERROR', forbiddenSentence(compiled.forbidden));
    if (typeof built === 'string') return refused('API_CONFIGURATION_ERROR', built);
    return { outcome: 'sent', route, checks, request: built };
  }

  function viaTemplate(call: ResolveCall, compiled: CompiledIntegration): Resolution {
    const made = makeBody(call, compiled);
    if (!made.ok) return refused(made.refusal, made.sentence);
    const { body, overrides } = made;
    if (call.integration.type === 'HTTP') return sentOr(buildHttpRequest(call, compiled, body, overrides));
    if (call.integration.type === 'AWS') return sentOr(buildAwsRequest(call, compiled, body, overrides));
    const status = mockStatus(body);
    if (typeof status === 'string') return refused('API_CONFIGURATION_ERROR', status);
    return { outcome: 'mocked', route, checks, status, body };
  }
}

function forbiddenSentence(name: string): string {
  return `The header ${name} may not be mapped: API Gateway saves it, and then every request fails.`;
}

/** The client's verb, or what its `X-HTTP-Method-Override` says (facts 08, 8.6). */
export function effectiveVerb({ verb, headers }: GatewayRequest): string {
  const override = headerValue(headers, 'X-HTTP-Method-Override')?.toUpperCase();
  return override !== undefined && clientVerbs.has(override) ? override : verb;
}

function routeOf({ resource, verb, method, values }: TreeMatch): MatchedRoute {
  const pathParameters: Record<string, string> = {};
  for (const [index, name] of resource.variables.entries()) pathParameters[name] = values[index] ?? '';
  return { path: resource.path, verb, method, pathParameters };
}
