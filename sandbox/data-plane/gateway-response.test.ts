import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { StoredGatewayResponse } from '../model';
import { TestGateway } from './test-gateway';

let gateway: TestGateway;
const host = 'shop.example.com';

const mock = {
  type: 'MOCK' as const,
  requestTemplates: { 'application/json': '{"statusCode": 200}' },
  integrationResponses: { '200': { statusCode: '200' } },
};
const validated = {
  ...mock,
  method: {
    requestValidatorId: 'v',
    requestParameters: {
      'method.request.querystring.q': true,
      'method.request.header.X-One': true,
      'method.request.header.X-Two': false,
    },
    requestModels: { 'application/json': 'M' },
  },
};

const responses: StoredGatewayResponse[] = [
  {
    responseType: 'MISSING_AUTHENTICATION_TOKEN',
    statusCode: '404',
    responseParameters: {
      'gatewayresponse.header.Access-Control-Allow-Origin': "'*'",
      'gatewayresponse.header.X-Path': 'context.path',
      'gatewayresponse.header.X-Asked': 'method.request.header.X-Ask',
      'gatewayresponse.header.X-Stage': 'stageVariables.env',
    },
    responseTemplates: {
      'application/json':
        // biome-ignore lint/suspicious/noTemplateCurlyInString: it is AWS's syntax.
        '{"why": $context.error.messageString, "type": "$context.error.responseType", "env": "${stageVariables.env}."}',
      'text/plain': '$context.error.message at $context.path: $context.nothing$method.request.querystring.q',
    },
  },
  {
    responseType: 'BAD_REQUEST_BODY',
    responseTemplates: { 'application/json': '{"e": "$context.error.validationErrorString"}' },
  },
  {
    responseType: 'DEFAULT_5XX',
    statusCode: '503',
    responseTemplates: { 'application/xml': '<e>$context.error.message</e>' },
  },
];

beforeAll(async () => {
  gateway = await TestGateway.start();
  const parts = {
    requestValidators: [{ id: 'v', name: 'v', validateRequestBody: true, validateRequestParameters: true }],
    models: [{ id: 'm', name: 'M', schema: '{"type": "object", "required": ["a"]}' }],
  };
  const routes = {
    'POST /validated': validated,
    'POST /validated/{id}': validated,
    'GET /broken': { type: 'MOCK' as const },
    'GET /strict': { ...mock, passthroughBehavior: 'NEVER', requestTemplates: {} },
  };
  await gateway.putApi('usual', 'prod', routes, { parts });
  await gateway.putApi('own', 'prod', routes, {
    parts: { ...parts, gatewayResponses: responses },
    variables: { env: 'green' },
  });
  await gateway.putDomain(host, { '': 'usual/prod', own: 'own/prod' });
});
afterAll(() => gateway.stop());

const ask = (path: string, more: object = {}) => gateway.http({ host, path, ...more });
const post = (path: string, body: string, headers: Record<string, string> = { 'X-One': '1' }) =>
  ask(path, { method: 'POST', body, headers });

describe('validation', () => {
  it.each([
    ['/validated?q=1', '{"a":1}', { 'X-One': '1' }, 200, undefined],
    ['/validated', '{"a":1}', {}, 400, 'Missing required request parameters: [X-One, q]'],
    ['/validated?q=', '{"a":1}', { 'x-one': '1' }, 400, 'Missing required request parameters: [X-One, q]'],
    ['/validated?q=1', '{}', { 'X-One': '1' }, 400, 'Invalid request body'],
    ['/validated?q=1', 'nonsense', { 'X-One': '1' }, 400, 'Invalid request body'],
    ['/validated?q=1', '', { 'X-One': '1' }, 400, 'Invalid request body'],
  ])('%s %s %j -> %i', async (path, body, headers, status, message) => {
    const answer = await post(path, body, headers as Record<string, string>);
    expect(answer.status).toBe(status);
    if (message) expect(JSON.parse(answer.text)).toEqual({ message });
    if (message) expect(answer.headers['x-amzn-errortype']).toBe('BadRequestException');
  });

  it('leaves bodies alone that no model is for', async () => {
    expect(
      (await post('/validated?q=1', '{"statusCode": 200}', { 'X-One': '1', 'Content-Type': 'text/plain' })).status,
    ).toBe(200);
  });
});

describe('a gateway response', () => {
  it('sets status, headers and body, filled in plainly', async () => {
    const answer = await ask('/own/nowhere', { headers: { 'X-Ask': 'me' } });
    expect([answer.status, answer.text]).toEqual([
      404,
      '{"why": "Missing Authentication Token", "type": "MISSING_AUTHENTICATION_TOKEN", "env": "green."}',
    ]);
    expect(answer.headers).toMatchObject({
      'access-control-allow-origin': '*',
      'x-path': '/own/nowhere',
      'x-asked': 'me',
      'x-stage': 'green',
      'x-amzn-errortype': 'MissingAuthenticationTokenException',
      'content-type': 'application/json',
    });
  });

  it('is written in the type that the client accepts first', async () => {
    const answer = await ask('/own/nowhere?q=1', { headers: { Accept: 'text/plain;q=1, application/json' } });
    expect([answer.text, answer.headers['content-type']]).toEqual([
      'Missing Authentication Token at /own/nowhere: 1',
      'text/plain',
    ]);
  });

  it('tells what a body lacks', async () => {
    const answer = await post('/own/validated?q=1', '{}');
    expect(JSON.parse(answer.text)).toEqual({ e: '[object has missing required properties (["a"])]' });
  });

  it('is inherited from that of its class, status and all', async () => {
    const answer = await ask('/own/broken');
    expect([answer.status, answer.text, answer.headers['content-type']]).toEqual([
      503,
      '<e>Internal server error</e>',
      'application/xml',
    ]);
    expect((await ask('/own/strict')).status).toBe(415);
    expect((await ask('/broken')).status).toBe(500);
  });
});
