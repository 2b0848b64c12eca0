import { convertRequest, readableBody } from './content-handling';
import type { GatewayCall } from './gateway-call';
import { integrationUri } from './integration-uri';
import { mappedParameters, mappingsReadBody } from './mapped-parameters';
import { type RenderedTemplate, renderTemplate } from './render-template';
import { requestTemplate } from './request-template';

/** What an integration is asked for: mappings, template and overrides applied to the client's request. */
export interface IntegrationRequest {
  uri: string;
  headers: [string, string][];
  query: [string, string][];
  /** `stream`: the client's body as it comes. */
  body: Buffer | 'stream';
}

/** Whether the request must be read whole before {@link integrationRequest}. May throw as that does. */
export function needsWholeBody(call: GatewayCall): boolean {
  const { contentHandling } = call.integration;
  return mappingsReadBody(call) || contentHandling !== undefined || templateOf(call) !== null;
}

/** `body` is the client's when {@link needsWholeBody} says so, else `null`. Throws gateway faults. */
export function integrationRequest(call: GatewayCall, body: Buffer | null): IntegrationRequest {
  const template = templateOf(call);
  const rendered = template === null ? null : renderTemplate(call, template, body ? readableBody(call, body) : '');
  const uri = integrationUri(call, body, rendered?.request.path);
  const mapped = mappedParameters(call, body);
  return {
    uri,
    headers: overridden(mapped.headers, rendered?.request.header, (name) => name.toLowerCase()),
    query: overridden(mapped.query, rendered?.request.querystring, (name) => name),
    body: bodyOf(call, body, rendered),
  };
}

/** Proxy integrations hand the body on as it is, whatever templates there are. */
function templateOf(call: GatewayCall): string | null {
  return call.integration.type?.endsWith('_PROXY') ? null : requestTemplate(call);
}

function bodyOf(call: GatewayCall, body: Buffer | null, rendered: RenderedTemplate | null): Buffer | 'stream' {
  if (rendered) return Buffer.from(rendered.text);
  return body === null ? 'stream' : convertRequest(call, body);
}

function overridden(
  mapped: [string, string][],
  overrides: Record<string, string> = {},
  keyOf: (name: string) => string,
): [string, string][] {
  const replaced = new Set(Object.keys(overrides).map(keyOf));
  return [...mapped.filter(([name]) => !replaced.has(keyOf(name))), ...Object.entries(overrides)];
}
