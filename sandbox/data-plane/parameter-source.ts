import { contextVariable } from './context-variables';
import type { CallContext } from './gateway-call';
import { parseJson, readJsonPath } from './json-path';
import { decodePercent } from './query-list';

/** Where `method.request.*` expressions read: names are compared letter by letter, as in AWS (facts 08 section 8.2). */
type Read = (call: CallContext, name: string) => string[];

const matching = (pairs: readonly (readonly [string, string])[], name: string) =>
  pairs.filter(([each]) => each === name).map(([, value]) => value);

const requestSources: Record<string, Read> = {
  path: (call, name) =>
    Object.hasOwn(call.pathParameters, name) ? [decodePercent(call.pathParameters[name] ?? '')] : [],
  querystring: (call, name) => matching(call.request.query, name).slice(-1),
  multivaluequerystring: (call, name) => matching(call.request.query, name),
  header: (call, name) => matching(call.request.headers, name).slice(-1),
  multivalueheader: (call, name) => matching(call.request.headers, name),
};

/**
 * The values of a parameter mapping's right side: `'static'`, `method.request.*`, `context.*`, `stageVariables.*`.
 * Empty when the request has no such value; a missing stage variable is an empty text. `body` may be `null` where
 * {@link readsBody} says that no expression needs it.
 */
export function readRequestSource(call: CallContext, expression: string, body: Buffer | null): string[] {
  const general = readGeneralSource(call, expression);
  if (general) return general;
  const [, source = '', name = ''] = /^method\.request\.([a-z]+)\.(.+)$/.exec(expression) ?? [];
  if (Object.hasOwn(requestSources, source)) return requestSources[source]?.(call, name) ?? [];
  if (!readsBody(expression)) return [];
  return readBody(body?.toString('utf8') ?? '', expression.slice('method.request.body'.length));
}

/** What request and response mappings share; `null` when the expression is neither. */
export function readGeneralSource(call: CallContext, expression: string): string[] | null {
  if (/^'.*'$/s.test(expression)) return [expression.slice(1, -1)];
  if (expression.startsWith('stageVariables.')) {
    return [call.stage.variables?.[expression.slice('stageVariables.'.length)] ?? ''];
  }
  if (!expression.startsWith('context.')) return null;
  const value = contextVariable(call, expression.slice('context.'.length));
  return value === undefined ? [] : [value];
}

export function readsBody(expression: string): boolean {
  return /^method\.request\.body(?:[.[]|$)/.test(expression);
}

/** The whole body, or what is at a JSONPath in it (without the leading `$`). */
export function readBody(body: string, path: string): string[] {
  if (path === '') return [body];
  const value = readJsonPath(parseJson(body), `$${path}`);
  if (value === undefined) return [];
  return [typeof value === 'string' ? value : JSON.stringify(value)];
}
