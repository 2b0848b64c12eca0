import velocity from 'velocityjs';
import { contextObject } from './context-variables';
import { GatewayFault } from './fault';
import type { GatewayCall } from './gateway-call';
import { headerValue } from './header-list';
import { parseJson, readJsonPath } from './json-path';
import { decodePercent, encodePercent } from './query-list';

/**
 * Renders a mapping template (VTL) over a body: `$input`, `$context`, `$stageVariables`, `$util`. A template that
 * doesn't parse or fails is the gateway's internal fault.
 */
export function renderTemplate(call: GatewayCall, template: string, body: string): string {
  const variables = {
    input: inputObject(call, body),
    context: contextObject(call),
    stageVariables: { ...call.stage.variables },
    util,
  };
  try {
    return velocity.render(template, variables);
  } catch (error) {
    throw new GatewayFault('internal', `the mapping template failed: ${String(error)}`, { cause: error });
  }
}

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
