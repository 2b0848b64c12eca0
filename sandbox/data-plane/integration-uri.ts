import type { GatewayCall } from './gateway-call';
import { readRequestSource } from './parameter-source';
import { encodePercent } from './query-list';

/**
 * The integration's URI with `{name}` and `${stageVariables.name}` filled in. A `{name}` that no
 * `integration.request.path.name` maps stays as it is; a missing stage variable leaves nothing. `overrides` are what the
 * request template set of path parameters.
 */
export function integrationUri(call: GatewayCall, body: Buffer | null, overrides: Record<string, string> = {}): string {
  const { uri = '', requestParameters = {} } = call.integration;
  return uri
    .replace(/\$\{stageVariables\.([A-Za-z0-9_]+)\}/g, (_, name: string) => call.stage.variables?.[name] ?? '')
    .replace(/\{([^{}]+?)\+?\}/g, (braces, name: string) => {
      const override = Object.hasOwn(overrides, name) ? overrides[name] : undefined;
      if (override !== undefined) return encodePath(override);
      const expression = requestParameters[`integration.request.path.${name}`];
      return expression === undefined ? braces : pathValue(call, expression, body);
    });
}

/** A path variable of the request is handed on as the client wrote it; anything else is encoded, slashes excepted. */
function pathValue(call: GatewayCall, expression: string, body: Buffer | null): string {
  const name = /^method\.request\.path\.(.+)$/.exec(expression)?.[1];
  if (name !== undefined) return encodeStray(call.pathParameters[name] ?? '');
  return encodePath(readRequestSource(call, expression, body).at(-1) ?? '');
}

function encodePath(value: string): string {
  return value.split('/').map(encodePercent).join('/');
}

/** Encodes what may not stand in a path, and each `%` that doesn't begin an escape. */
function encodeStray(raw: string): string {
  return raw.replace(/%(?![0-9A-Fa-f]{2})|[^A-Za-z0-9\-._~!$&'()*+,;=:@/%]/gu, encodePercent);
}
