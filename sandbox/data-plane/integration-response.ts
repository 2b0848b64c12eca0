import type { IntegrationResponse } from '@aws-sdk/client-api-gateway';
import { GatewayFault } from './fault';
import type { GatewayCall } from './gateway-call';
import { headerValue } from './header-list';
import { type GatewayAnswer, type IntegrationAnswer, readAnswerBody } from './integration-answer';
import { renderTemplate } from './render-template';
import { mappedHeaders } from './response-headers';
import { readResponseSource, readsResponseBody } from './response-source';

/**
 * Makes the answer of a non-proxy integration (HTTP, AWS, MOCK): picks the integration response by the back end's
 * status, then its headers, status and template. Nothing of the back end's answer passes unmapped but the body.
 */
export async function applyIntegrationResponse(call: GatewayCall, answer: IntegrationAnswer): Promise<GatewayAnswer> {
  const response = selectResponse(call.integration.integrationResponses, String(answer.status));
  if (!response) throw new GatewayFault('internal', `no integration response matches status ${answer.status}`);
  const template = responseTemplate(response, headerValue(answer.headers, 'Content-Type'));
  const parameters = Object.entries(response.responseParameters ?? {});
  const needsBody = Boolean(template?.text) || parameters.some(([, expression]) => readsResponseBody(expression));
  const body = needsBody ? await readWhole(answer) : answer.body;
  const whole = Buffer.isBuffer(body) ? body : null;
  const mapped = parameters.flatMap(([target, expression]): [string, string][] => {
    const name = /^method\.response\.header\.(.+)$/.exec(target)?.[1];
    if (name === undefined) return [];
    return readResponseSource(call, expression, answer.headers, whole).map((value) => [name, value]);
  });
  const headers = mappedHeaders(mapped);
  if (headerValue(headers, 'Content-Type') === undefined)
    headers.push(['Content-Type', template?.type ?? 'application/json']);
  const text = template?.text ? renderTemplate(call, template.text, whole?.toString('utf8') ?? '') : null;
  return { status: Number(response.statusCode), headers, body: text === null ? body : Buffer.from(text) };
}

/** The first whose pattern matches the whole status; else the one without a pattern. */
function selectResponse(
  responses: Record<string, IntegrationResponse> | undefined,
  status: string,
): IntegrationResponse | undefined {
  const all = Object.entries(responses ?? {}).map(([statusCode, response]) => ({ ...response, statusCode }));
  const matching = all.find(({ selectionPattern }) => selectionPattern && matchesWhole(selectionPattern, status));
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

async function readWhole(answer: IntegrationAnswer): Promise<Buffer> {
  try {
    return await readAnswerBody(answer.body);
  } catch (error) {
    if (error instanceof RangeError) throw new GatewayFault('internal', error.message);
    throw error;
  }
}
