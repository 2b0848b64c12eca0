import { GatewayFault } from '../fault';
import { applyIntegrationResponse } from '../integration-response';
import { parseJson, readJsonPath } from '../json-path';
import { renderTemplate } from '../render-template';
import { requestTemplate } from '../request-template';
import type { RunIntegration } from './integration';

/** MOCK: the request template must come out as `{"statusCode": <n>}`, which picks the integration response. */
export const runMock: RunIntegration = async (call, { body }) => {
  const received = (await body.read()).toString('utf8');
  const template = requestTemplate(call);
  const text = template === null ? received : renderTemplate(call, template, received);
  const status = Number(readJsonPath(parseJson(relaxed(text)), '$.statusCode'));
  if (!Number.isInteger(status)) throw new GatewayFault('internal', 'the request template gives no statusCode');
  return applyIntegrationResponse(call, {
    status,
    headers: [['Content-Type', 'application/json']],
    body: Buffer.alloc(0),
  });
};

/** AWS accepts `{statusCode: 200}` and single quotes too, which many APIs use. */
function relaxed(text: string): string {
  const [, status] = /^\s*\{\s*["']?statusCode["']?\s*:\s*["']?(\d{3})["']?\s*[,}]/.exec(text) ?? [];
  return status === undefined ? text : `{"statusCode": ${status}}`;
}
