import type { Method, MethodResponse } from '@aws-sdk/client-api-gateway';
import { badRequest } from './refusals';

const name = '[a-zA-Z0-9._$-]+';
const requestKey = new RegExp(`^integration\\.request\\.(header|querystring|path)\\.${name}$`);
const requestSource = new RegExp(
  `^method\\.request\\.(path|querystring|header|multivaluequerystring|multivalueheader)\\.(${name})$`,
);
const responseKey = new RegExp(`^method\\.response\\.header\\.${name}$`);
const gatewayResponseKey = new RegExp(`^gatewayresponse\\.header\\.${name}$`);
const responseSource = new RegExp(`^integration\\.response\\.(header|multivalueheader)\\.${name}$`);
const body = (side: string) => new RegExp(`^${side}\\.body(\\.\\S+|\\[.+)?$`);
const anySide = [/^'[^']*'$/, /^stageVariables\.\w+$/, new RegExp(`^context\\.${name}$`)];
const methodParameter = new RegExp(`^method\\.request\\.(path|querystring|header)\\.(${name})$`);
const contentType = /^(\$default|[\w.+-]+\/[\w.+*-]+)$/;

/** Refuses what a method declares of its parameters in a way API Gateway doesn't take (facts 4.3). */
export function refuseBadMethodParameters(parameters: Record<string, boolean> = {}): void {
  const bad = Object.entries(parameters).filter(([key]) => !methodParameter.test(key));
  if (bad.length > 0)
    throw mappingFailure(bad.map(([, required]) => `Invalid mapping expression specified: ${required}`));
  const names = Object.keys(parameters).map((key) => methodParameter.exec(key)?.[2]);
  if (new Set(names).size < names.length)
    throw badRequest('Parameter names must be unique across querystring, header and path');
}

/** Refuses parameter mappings of an integration that its method doesn't allow (facts 4.5). */
export function refuseBadRequestMappings(mappings: Record<string, string> = {}, method: Method): void {
  const declared = Object.keys(method.requestParameters ?? {});
  const problems = Object.entries(mappings).flatMap(([key, value]) => {
    if (!requestKey.test(key)) return ['Invalid mapping identifier specified'];
    const [, place = '', parameter] = requestSource.exec(value) ?? [];
    if (parameter !== undefined) {
      const needed = `method.request.${place.replace('multivalue', '')}.${parameter}`;
      return declared.includes(needed) ? [] : [`Invalid mapping expression parameter specified: ${value}`];
    }
    const known = body('method.request').test(value) || anySide.some((form) => form.test(value));
    return known ? [] : [`Invalid mapping expression specified: ${value}`];
  });
  if (problems.length > 0) throw mappingFailure(problems);
}

/** Refuses parameter mappings of an integration response that the method response doesn't declare (facts 4.6). */
export function refuseBadResponseMappings(
  mappings: Record<string, string> = {},
  response: MethodResponse | undefined,
): void {
  if (Object.keys(mappings).length === 0) return;
  if (!response) throw mappingFailure(['No method response exists for method.']);
  const problems = Object.entries(mappings).flatMap(([key, value]) => {
    if (!responseKey.test(key)) return ['Invalid mapping identifier specified'];
    if (response.responseParameters?.[key] === undefined)
      return [`Invalid mapping expression parameter specified: ${key}`];
    const known =
      responseSource.test(value) ||
      body('integration.response').test(value) ||
      anySide.some((form) => form.test(value));
    return known ? [] : [`Invalid mapping expression specified: ${value}`];
  });
  if (problems.length > 0) throw mappingFailure(problems);
}

/** Refuses cache keys that are no declared parameter of the method (facts 5.3). */
export function refuseUndeclaredCacheKeys(keys: string[] = [], method: Method): void {
  const unknown = keys.filter((key) => method.requestParameters?.[key] === undefined);
  if (unknown.length > 0)
    throw mappingFailure(unknown.map((key) => `Invalid mapping expression parameter specified: ${key}`));
}

/** Refuses response headers that a method response declares in a way API Gateway doesn't take. */
export function refuseBadResponseParameters(parameters: Record<string, boolean> = {}): void {
  const bad = Object.entries(parameters).filter(([key]) => !responseKey.test(key));
  if (bad.length > 0)
    throw mappingFailure(bad.map(([, required]) => `Invalid mapping expression specified: ${required}`));
}

/** Refuses headers of a gateway response that API Gateway can't set (facts 5.6). */
export function refuseBadGatewayResponseMappings(mappings: Record<string, string> = {}): void {
  const problems = Object.entries(mappings).flatMap(([key, value]) => {
    if (!gatewayResponseKey.test(key)) return ['Invalid mapping identifier specified'];
    const known = requestSource.test(value) || anySide.some((form) => form.test(value));
    return known ? [] : [`Invalid mapping expression specified: ${value}`];
  });
  if (problems.length > 0) throw mappingFailure(problems);
}

/** Refuses templates under a key that is no content type. */
export function refuseBadContentTypes(templates: Record<string, string> = {}): void {
  const bad = Object.keys(templates).filter((key) => !contentType.test(key));
  if (bad.length > 0) throw badRequest(validationResult(bad.map((key) => `Invalid content type specified: ${key}`)));
}

function mappingFailure(problems: string[]) {
  return badRequest(`Invalid mapping expression specified: ${validationResult(problems)}`);
}

function validationResult(problems: string[]): string {
  return `Validation Result: warnings : [], errors : [${problems.join(', ')}]`;
}
