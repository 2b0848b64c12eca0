import { emptyGatewayResponse } from '@/lib/gateway/defaults';
import type { Edit } from '@/lib/gateway/edits';
import { type GatewayResponse, type Method, type Resource, type Snapshot, type Verb, verbs } from '@/lib/gateway/model';
import { sameValue } from '@/lib/gateway/same-value';
import type { CorsOptions } from './cors-options';
import { answerHeaders, corsHeader, preflightMethod, readPreflight } from './cors-preflight';
import { isProxy } from './new-response';

interface Place {
  path: string;
  resource: Resource;
}

/**
 * The edits that let browsers of other origins call a resource: its OPTIONS method, anew; and for methods that don't pass
 * through, the header on each of their responses. What API Gateway can't do, {@link corsNotes} says.
 */
export function withCors({ path, resource }: Place, options: CorsOptions): Edit[] {
  const preflight = preflightMethod(options);
  const put: Edit = { op: 'put', subject: { kind: 'method', path, verb: 'OPTIONS' }, value: preflight };
  const headers = options.origins.length === 1 ? answerHeaders(options) : {};
  return [
    ...(sameValue(resource.methods.OPTIONS, preflight) ? [] : [put]),
    ...otherMethods(resource).flatMap(([verb, method]) => setHeaders(path, verb, method, headers)),
  ];
}

/** Takes away what {@link withCors} writes: an OPTIONS method that answers by itself, and constant headers. */
export function withoutCors({ path, resource }: Place): Edit[] {
  const remove: Edit = { op: 'remove', subject: { kind: 'method', path, verb: 'OPTIONS' } };
  return [
    ...(corsOf(resource) === null ? [] : [remove]),
    ...otherMethods(resource).flatMap(([verb, method]) => setHeaders(path, verb, method, {})),
  ];
}

/** What the resource's OPTIONS method answers; null when it has none, or the back end answers. */
export function corsOf(resource: Resource): CorsOptions | null {
  return readPreflight(resource.methods.OPTIONS);
}

/** Where API Gateway can't write the headers, and who has to. */
export function corsNotes(resource: Resource, options: CorsOptions): { verb: Verb; sentence: string }[] {
  return otherMethods(resource).flatMap(([verb, { integration }]) => {
    if (integration && isProxy(integration.type))
      return [{ verb, sentence: 'Passes through: the back end has to send Access-Control-Allow-Origin itself.' }];
    if (options.origins.length > 1)
      return [
        {
          verb,
          sentence: 'A mapping knows one origin: with several the back end or a response template has to choose.',
        },
      ];
    return [];
  });
}

const errorTypes = ['DEFAULT_4XX', 'DEFAULT_5XX'] as const;

/**
 * The edits that put the header on API Gateway's own errors too (of all routes), so that a page can read why it was refused.
 * Only one origin, or `*`, can stand there: with several this gives no edits.
 */
export function withCorsOnErrors(
  { gatewayResponses }: Pick<Snapshot, 'gatewayResponses'>,
  options: CorsOptions,
): Edit[] {
  if (options.origins.length !== 1) return [];
  const headers = Object.fromEntries(
    Object.entries(answerHeaders(options)).map(([key, value]) => [
      key.replace('method.response', 'gatewayresponse'),
      value,
    ]),
  );
  return errorTypes.flatMap((type): Edit[] => {
    const before: GatewayResponse = gatewayResponses[type] ?? emptyGatewayResponse();
    const value = { ...before, parameters: { ...before.parameters, ...headers } };
    return sameValue(before, value) ? [] : [{ op: 'put', subject: { kind: 'gateway-response', type }, value }];
  });
}

const otherMethods = ({ methods }: Resource): [Verb, Method][] =>
  verbs.flatMap((verb): [Verb, Method][] => {
    const method = verb === 'OPTIONS' ? undefined : methods[verb];
    return method ? [[verb, method]] : [];
  });

const ours = ['Allow-Origin', 'Allow-Credentials', 'Expose-Headers'].map(corsHeader);

function setHeaders(path: string, verb: Verb, method: Method, headers: Record<string, string>): Edit[] {
  if (method.integration === null || isProxy(method.integration.type)) return [];
  return Object.entries(method.integration.responses).flatMap(([status, { parameters }]) => {
    const declared = method.responses[status]?.parameters;
    if (declared === undefined) return [];
    return ours.flatMap((key): Edit[] => {
      const [before, value] = [parameters[key] ?? null, headers[key] ?? null];
      // A header from another source than a constant was made by somebody who wanted it so.
      if (before === value || (value === null && !before?.startsWith("'"))) return [];
      const at = { path, verb, status };
      const map: Edit = {
        op: 'set',
        subject: { kind: 'integration-response', ...at },
        field: 'parameters',
        key,
        value,
      };
      const declare: Edit = {
        op: 'set',
        subject: { kind: 'method-response', ...at },
        field: 'parameters',
        key,
        value: value === null ? null : (declared[key] ?? false),
      };
      return value === null ? [map, declare] : [declare, map];
    });
  });
}
