import type { IntegrationResponse } from '@aws-sdk/client-api-gateway';
import { convert, responseConversion } from './content-handling';
import { GatewayFault } from './fault';
import type { GatewayCall } from './gateway-call';
import { headerValue } from './header-list';
import { type GatewayAnswer, type IntegrationAnswer, readAnswerBody } from './integration-answer';
import { renderTemplate } from './render-template';
import { mappedHeaders } from './response-headers';
import { readResponseSource, readsResponseBody } from './response-source';

/**
 * Makes the answer of a non-proxy integration (HTTP, AWS, MOCK): picks the integration response by the back end's
 * status, or a function's error message, then its headers, status and template. Nothing of the back end's answer passes
 * unmapped but the body.
 */
export async function applyIntegrationResponse(call: GatewayCall, answer: IntegrationAnswer): Promise<GatewayAnswer> {
  const { selectBy = String(answer.status) } = answer;
  const response = selectResponse(call.integration.integrationResponses, selectBy);
  if (!response) throw new GatewayFault('internal', `No integration response matches ${selectBy ?? 'the answer'}`);
  const contentType = headerValue(answer.headers, 'Content-Type');
  const template = responseTemplate(response, contentType);
  const conversion = responseConversion(call, contentType, response.contentHandling);
  const parameters = Object.entries(response.responseParameters ?? {});
  const readsBody = parameters.some(([, expression]) => readsResponseBody(expression));
  const body = template?.text || readsBody || conversion !== 'none' ? await readAnswerBody(answer.body) : answer.body;
  const whole = Buffer.isBuffer(body) ? body : null;
  const mapped = parameters.flatMap(([target, expression]): [string, string][] => {
    const name = /^method\.response\.header\.(.+)$/.exec(target)?.[1];
    if (name === undefined) return [];
    return readResponseSource(call, expression, answer.headers, whole).map((value) => [name, value]);
  });
  const rendered = template?.text ? renderTemplate(call, template.text, whole?.toString('utf8') ?? '') : null;
  const headers = mappedHeaders(overridden(mapped, rendered?.response.header));
  if (headerValue(headers, 'Content-Type') === undefined)
    headers.push(['Content-Type', template?.type ?? 'application/json']);
  const text = rendered ? Buffer.from(rendered.text) : body;
  return {
    status: statusOf(rendered?.response.status ?? response.statusCode),
    headers,
    body: Buffer.isBuffer(text) ? convert(conversion, text) : text,
  };
}

/** The first whose pattern matches the whole text; else the one without a pattern. */
function selectResponse(
  responses: Record<string, IntegrationResponse> | undefined,
  selectBy: string | null,
): IntegrationResponse | undefined {
  const all = Object.entries(responses ?? {}).map(([statusCode, response]) => ({ ...response, statusCode }));
  const matching = all.find(
    ({ selectionPattern }) => selectBy !== null && selectionPattern && matchesWhole(selectionPattern, selectBy),
  );
  return matching ?? all.find(({ selectionPattern }) => !selectionPattern);
}

function matchesWhole(pattern: string, text: string): boolean {
  try {
    return new RegExp(`^(?:${pattern})$`, 's').test(text);
  } catch {
    // A pattern that Java's regular expressions know and JavaScript's don't.
    return false;
  }
}

/** By the back end's content type; when none fits, the first. An empty one means "pass through". */
function responseTemplate(response: IntegrationResponse, contentType = 'application/json') {
  const templates = Object.entries(response.responseTemplates ?? {});
  const mediaType = (contentType.split(';', 1)[0] ?? '').trim().toLowerCase();
  const [type, text] = templates.find(([key]) => key.toLowerCase() === mediaType) ?? templates[0] ?? [];
  return type === undefined ? null : { type, text: text || null };
}

function overridden(mapped: [string, string][], overrides: Record<string, string> = {}): [string, string][] {
  const replaced = new Set(Object.keys(overrides).map((name) => name.toLowerCase()));
  return [...mapped.filter(([name]) => !replaced.has(name.toLowerCase())), ...Object.entries(overrides)];
}

function statusOf(text: string | undefined): number {
  const status = Number(text);
  if (!Number.isInteger(status) || status < 100 || status > 599)
    throw new GatewayFault('internal', `the status ${text} is none`);
  return status;
}
