import { GatewayFault } from '../fault';
import type { GatewayCall } from '../gateway-call';
import type { IntegrationAnswer } from '../integration-answer';
import { integrationRequest } from '../integration-request';
import { applyIntegrationResponse } from '../integration-response';
import { parseJson, readJsonPath } from '../json-path';
import type { IntegrationSteps, IntegrationTools } from './integration';

/** MOCK: the request template must come out as `{"statusCode": <n>}`, which picks the integration response. */
export const mock: IntegrationSteps = { ask, respond: applyIntegrationResponse };

async function ask(call: GatewayCall, { body }: IntegrationTools): Promise<IntegrationAnswer> {
  const wanted = integrationRequest(call, await body.read());
  const text = wanted.body.toString('utf8');
  const status = Number(readJsonPath(parseJson(relaxed(text)), '$.statusCode'));
  if (!Number.isInteger(status)) {
    const reason = 'Unable to parse statusCode. It should be an integer that is defined in the request template.';
    throw new GatewayFault('internal', reason);
  }
  const headers: [string, string][] = [['Content-Type', 'application/json']];
  return { status, headers, body: Buffer.alloc(0) };
}

/** AWS accepts `{statusCode: 200}` and single quotes too, which many APIs use. */
function relaxed(text: string): string {
  const [, status] = /^\s*\{\s*["']?statusCode["']?\s*:\s*["']?(\d{3})["']?\s*[,}]/.exec(text) ?? [];
  return status === undefined ? text : `{"statusCode": ${status}}`;
}
