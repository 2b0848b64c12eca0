import velocity from 'velocityjs';
import { contextObject } from './context-variables';
import { GatewayFault } from './fault';
import type { GatewayCall } from './gateway-call';
import { headerValue } from './header-list';
import { javaMethods } from './java-methods';
import { parseJson, readJsonPath } from './json-path';
import { decodePercent, encodePercent } from './query-list';

/** What a template set with `$context.requestOverride` or `$context.responseOverride`, as text. */
interface Overrides {
  header: Record<string, string>;
  path: Record<string, string>;
  querystring: Record<string, string>;
  status: string | null;
}

export interface RenderedTemplate {
  text: string;
  request: Overrides;
  response: Overrides;
}

/**
 * Renders a mapping template (VTL) over a body: `$input`, `$context`, `$stageVariables`, `$util`. A template that
 * doesn't parse or fails is the gateway's internal fault.
 */
export function renderTemplate(call: GatewayCall, template: string, body: string): RenderedTemplate {
  const requestOverride = { header: {}, path: {}, querystring: {} };
  const responseOverride = { header: {} };
  const variables = {
    input: inputObject(call, body),
    context: emptyWhereMissing({ ...contextObject(call), requestOverride, responseOverride }),
    stageVariables: emptyWhereMissing({ ...call.stage.variables }),
    util,
  };
  try {
    const text = velocity.render(template, variables, {}, { customMethodHandlers: javaMethods });
    return { text, request: overridesOf(requestOverride), response: overridesOf(responseOverride) };
  } catch (error) {
    throw new GatewayFault('internal', `the mapping template failed: ${String(error)}`, { cause: error });
  }
}

function overridesOf(set: Record<string, unknown>): Overrides {
  const texts = (name: string) =>
    Object.fromEntries(Object.entries(set[name] ?? {}).map(([key, value]) => [key, String(value)]));
  const status = set.status === undefined || set.status === '' ? null : String(set.status);
  return { header: texts('header'), path: texts('path'), querystring: texts('querystring'), status };
}

/** Reads of members that aren't there give an empty text, as with API Gateway; methods stay what they are. */
function emptyWhereMissing<T extends object>(object: T): T {
  const nested = Object.entries(object).map(([key, value]) => {
    const isGroup = typeof value === 'object' && value !== null && !key.endsWith('Override');
    return [key, isGroup ? emptyWhereMissing(value) : value] as const;
  });
  return new Proxy(Object.fromEntries(nested) as T, {
    get: (target, key) => {
      if (key in target || typeof key === 'symbol' || methods.has(key)) return Reflect.get(target, key);
      return '';
    },
  });
}

const methods = new Set(['entrySet', 'get', 'keySet', 'put', 'size', 'toJSON', 'eval']);

function inputObject(call: GatewayCall, body: string) {
  const json = parseJson(body);
  const { pathParameters, request } = call;
  const path = Object.fromEntries(Object.entries(pathParameters).map(([name, value]) => [name, decodePercent(value)]));
  const querystring = Object.fromEntries(request.query);
  const header = Object.fromEntries(request.headers);
  return {
    body,
    json: (jsonPath: string) => JSON.stringify(readJsonPath(json, jsonPath) ?? ''),
    path: (jsonPath: string) => readJsonPath(json, jsonPath) ?? '',
    params: (name?: string) =>
      name === undefined
        ? { path, querystring, header }
        : (path[name] ?? querystring[name] ?? headerValue(request.headers, name) ?? ''),
  };
}

const util = {
  escapeJavaScript: (text: string) => JSON.stringify(String(text)).slice(1, -1).replaceAll("'", "\\'"),
  parseJson: (text: string) => parseJson(String(text)),
  urlEncode: (text: string) => encodePercent(String(text)),
  urlDecode: (text: string) => decodePercent(String(text).replaceAll('+', ' ')),
  base64Encode: (text: string) => Buffer.from(String(text)).toString('base64'),
  base64Decode: (text: string) => Buffer.from(String(text), 'base64').toString('utf8'),
};
