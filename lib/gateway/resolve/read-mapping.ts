import { parseJson, readJsonPath } from '../json-path';
import type { Mapping } from '../mapping/mapping';
import { contextValue } from './context-value';
import type { ResolveCall } from './model';
import { decodePercent } from './query';

const none: string[] = [];

/**
 * The values of a request mapping: none when the request has no such value; a missing stage variable is an empty text.
 * Names are compared letter by letter (facts 08, 8.2).
 */
export function readMapping(call: ResolveCall, mapping: Mapping): string[] {
  switch (mapping.kind) {
    case 'constant':
      return [mapping.value];
    case 'stage-variable':
      return [stageVariable(call, mapping.name)];
    case 'context': {
      const value = contextValue(call, mapping.name);
      return value === undefined ? none : [value];
    }
    case 'path': {
      const { pathParameters } = call.route;
      const raw = Object.hasOwn(pathParameters, mapping.name) ? pathParameters[mapping.name] : undefined;
      return raw === undefined ? none : [decodePercent(raw)];
    }
    case 'query':
      return lastOf(call.query, mapping.name);
    case 'header':
      return lastOf(call.request.headers, mapping.name);
    case 'multi-query':
      return allOf(call.query, mapping.name);
    case 'multi-header':
      return allOf(call.request.headers, mapping.name);
    case 'body':
      return readBody(call.request.body, mapping.path);
    case 'response-header':
    case 'response-multi-header':
    case 'response-body':
      return none;
  }
}

/** The whole body, or what is at a JSONPath in it; what isn't text is printed as JSON. */
export function readBody(body: string, path: string | null): string[] {
  if (path === null) return [body];
  const value = readJsonPath(parseJson(body), path);
  if (value === undefined) return none;
  return [typeof value === 'string' ? value : JSON.stringify(value)];
}

export function stageVariable({ options }: ResolveCall, name: string): string {
  const variables = options.stage?.variables;
  return variables && Object.hasOwn(variables, name) ? (variables[name] ?? '') : '';
}

type Pairs = readonly (readonly [string, string])[];

export function lastOf(pairs: Pairs, name: string): string[] {
  for (let index = pairs.length - 1; index >= 0; index -= 1) {
    const pair = pairs[index];
    if (pair && pair[0] === name) return [pair[1]];
  }
  return none;
}

function allOf(pairs: Pairs, name: string): string[] {
  return pairs.filter(([each]) => each === name).map(([, value]) => value);
}
