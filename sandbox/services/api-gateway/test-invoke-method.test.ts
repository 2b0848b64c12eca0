import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import {
  CreateRequestValidatorCommand,
  CreateResourceCommand,
  type Integration,
  PutIntegrationCommand,
  PutIntegrationResponseCommand,
  PutMethodCommand,
  PutMethodResponseCommand,
  TestInvokeMethodCommand,
  type TestInvokeMethodCommandInput,
} from '@aws-sdk/client-api-gateway';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestApi, refusalOf, startTestSandbox, type TestSandbox } from '../../test-sandbox';

let sandbox: TestSandbox;
let backEnd: Server;
let restApiId: string;
let root: string;
let url: string;

beforeAll(async () => {
  sandbox = await startTestSandbox();
  ({ restApiId, root } = await createTestApi(sandbox));
  backEnd = createServer((request, response) => {
    response.setHeader('X-Back', 'end');
    response.end(JSON.stringify({ url: request.url, tenant: request.headers['x-tenant'] }));
  }).listen(0, '127.0.0.1');
  await once(backEnd, 'listening');
  url = `http://127.0.0.1:${(backEnd.address() as AddressInfo).port}`;
});
afterAll(async () => {
  await sandbox.stop();
  backEnd.close();
  backEnd.closeAllConnections();
});

let made = 0;
/** A method `GET /<n>/{petId}`, not deployed anywhere; the id of its resource. */
async function method(integration: Integration, more: object = {}): Promise<string> {
  const { gateway } = sandbox;
  made += 1;
  const { id: parentId } = await gateway.send(
    new CreateResourceCommand({ restApiId, parentId: root, pathPart: `r${made}` }),
  );
  const { id: resourceId = '' } = await gateway.send(
    new CreateResourceCommand({ restApiId, parentId, pathPart: '{petId}' }),
  );
  const at = { restApiId, resourceId, httpMethod: 'GET' };
  await gateway.send(
    new PutMethodCommand({
      ...at,
      authorizationType: 'NONE',
      requestParameters: { 'method.request.path.petId': true, 'method.request.header.X-Who': false },
      ...more,
    }),
  );
  const { httpMethod: integrationHttpMethod, type, integrationResponses = {}, ...rest } = integration;
  await gateway.send(new PutIntegrationCommand({ ...at, type, ...rest, integrationHttpMethod }));
  for (const [statusCode, response] of Object.entries(integrationResponses)) {
    await gateway.send(new PutMethodResponseCommand({ ...at, statusCode }));
    await gateway.send(new PutIntegrationResponseCommand({ ...at, ...response, statusCode }));
  }
  return resourceId;
}

const test = (resourceId: string, more: Partial<TestInvokeMethodCommandInput> = {}) =>
  sandbox.gateway.send(new TestInvokeMethodCommand({ restApiId, resourceId, httpMethod: 'GET', ...more }));

/** The log without its time stamps. */
function lines(log: string | undefined): string[] {
  const stamp = /^(Mon|Tue|Wed|Thu|Fri|Sat|Sun) \w{3} \d\d \d\d:\d\d:\d\d UTC \d{4} : /;
  const [first = '', ...rest] = (log ?? '').split('\n');
  expect(first).toMatch(/^Execution log for request [0-9a-f-]{36}$/);
  expect(rest.pop()).toBe('');
  for (const line of rest) expect(line).toMatch(stamp);
  return rest.map((line) => line.replace(stamp, ''));
}

describe('the log', () => {
  it('of an HTTP integration tells both ways, in the order of AWS', async () => {
    const resourceId = await method({
      type: 'HTTP_PROXY',
      httpMethod: 'GET',
      uri: `${url}/pets/{petId}`,
      requestParameters: {
        'integration.request.path.petId': 'method.request.path.petId',
        'integration.request.header.X-Tenant': 'method.request.header.X-Who',
      },
    });
    const answer = await test(resourceId, {
      pathWithQueryString: `/r${made}/123?q=v`,
      headers: { 'X-Who': 'me' },
      body: 'hello',
    });
    expect([answer.status, JSON.parse(answer.body ?? '')]).toEqual([200, { url: '/pets/123?q=v', tenant: 'me' }]);
    expect(answer.headers).toMatchObject({ 'X-Back': 'end' });
    expect(answer.multiValueHeaders).toMatchObject({ 'X-Back': ['end'] });
    expect(answer.latency).toBeGreaterThanOrEqual(0);
    const log = lines(answer.log);
    const beginnings = [
      /^Starting execution for request: [0-9a-f-]{36}$/,
      new RegExp(`^HTTP Method: GET, Resource Path: /r${made}/123$`),
      /^Method request path: \{petId=123\}$/,
      /^Method request query string: \{q=v\}$/,
      /^Method request headers: \{X-Who=me\}$/,
      /^Method request body before transformations: hello$/,
      new RegExp(`^Endpoint request URI: ${url}/pets/123\\?q=v$`),
      /^Endpoint request headers: \{.*X-Tenant=me\}$/,
      /^Endpoint request body after transformations: hello$/,
      new RegExp(`^Sending request to ${url}/pets/123\\?q=v$`),
      /^Received response. Status: 200, Integration latency: \d+ ms$/,
      /^Endpoint response headers: \{X-Back=end, /,
      /^Endpoint response body before transformations: \{"url"/,
      /^Method response body after transformations: \{"url"/,
      /^Method response headers: \{X-Back=end, /,
      /^Successfully completed execution$/,
      /^Method completed with status: 200$/,
    ];
    expect(log).toHaveLength(beginnings.length);
    for (const [index, line] of log.entries()) expect(line).toMatch(beginnings[index] ?? /never/);
  });

  it('of a mock has no endpoint', async () => {
    const resourceId = await method({
      type: 'MOCK',
      requestTemplates: { 'application/json': '{"statusCode": 200}' },
      integrationResponses: {
        '200': { responseTemplates: { 'application/json': '"$stageVariables.env $context.stage"' } },
      },
    });
    const { status, body, log } = await test(resourceId, { stageVariables: { env: 'green' } });
    expect([status, body]).toEqual([200, '"green test-invoke-stage"']);
    expect(lines(log)).toEqual([
      expect.stringMatching(/^Starting/),
      `HTTP Method: GET, Resource Path: /r${made}/{petId}`,
      'Method request path: {petId={petId}}',
      'Method request query string: {}',
      'Method request headers: {}',
      'Method request body before transformations: ',
      'Method response body after transformations: "green test-invoke-stage"',
      'Method response headers: {Content-Type=application/json}',
      'Successfully completed execution',
      'Method completed with status: 200',
    ]);
  });

  it('cuts what is long', async () => {
    const resourceId = await method({ type: 'HTTP_PROXY', httpMethod: 'GET', uri: url });
    const { log } = await test(resourceId, { body: 'x'.repeat(2000) });
    expect(lines(log)[5]).toBe(`Method request body before transformations: ${'x'.repeat(1024)} [TRUNCATED]`);
  });
});

describe('a method that fails', () => {
  it('over its address is answered as AWS does', async () => {
    const resourceId = await method({ type: 'HTTP_PROXY', httpMethod: 'GET', uri: `${url}/{nobody}` });
    const answer = await test(resourceId, { pathWithQueryString: '/somewhere/else' });
    expect([answer.status, answer.body]).toEqual([500, '{"message":"Internal server error"}']);
    expect(answer.headers).toEqual({ 'x-amzn-ErrorType': 'InternalServerErrorException' });
    const log = lines(answer.log);
    expect(log.slice(-2)).toEqual([
      'Execution failed due to configuration error: Invalid endpoint address',
      'Method completed with status: 500',
    ]);
    expect(log[2]).toBe('Method request path: {}');
  });

  it.each([
    [{ type: 'HTTP_PROXY', httpMethod: 'GET', uri: 'http://127.0.0.1:1/' }, 504, /network error/],
    [{ type: 'MOCK' }, 500, /configuration error: Unable to parse statusCode/],
  ] as const)('%j -> %i', async (integration, status, reason) => {
    const answer = await test(await method(integration));
    expect(answer.status).toBe(status);
    expect(lines(answer.log).at(-2)).toMatch(reason);
  });

  it('over its validator says what is missing', async () => {
    const { id: requestValidatorId } = await sandbox.gateway.send(
      new CreateRequestValidatorCommand({ restApiId, name: 'all', validateRequestParameters: true }),
    );
    const requestParameters = { 'method.request.querystring.q': true };
    const resourceId = await method({ type: 'MOCK' }, { requestValidatorId, requestParameters });
    const answer = await test(resourceId);
    expect([answer.status, answer.body]).toEqual([400, '{"message":"Missing required request parameters: [q]"}']);
  });
});

describe('a test', () => {
  it('asks nobody for permission', async () => {
    const resourceId = await method(
      {
        type: 'MOCK',
        requestTemplates: { 'application/json': '{"statusCode": 200}' },
        integrationResponses: { '200': {} },
      },
      { authorizationType: 'AWS_IAM', apiKeyRequired: true },
    );
    // Its body counts as JSON, whatever its type is said to be.
    expect((await test(resourceId, { headers: { 'content-type': 'text/plain' } })).status).toBe(200);
  });

  it('runs functions registered with the sandbox', async () => {
    await sandbox.admin('POST', 'functions', {
      name: 'hello',
      source:
        'exports.handler = async (event) => { if (event.body) throw new Error("no"); return { body: event.requestContext.domainName } }',
    });
    const resourceId = await method({
      type: 'AWS_PROXY',
      httpMethod: 'POST',
      uri: 'arn:aws:apigateway:us-east-1:lambda:path/2015-03-31/functions/arn:aws:lambda:us-east-1:123456789012:function:hello/invocations',
    });
    const answer = await test(resourceId);
    expect([answer.status, answer.body]).toEqual([200, 'testPrefix.testDomainName']);
    expect(answer.log).toContain('Endpoint request URI: https://lambda.us-east-1.amazonaws.com/2015-03-31/functions/');
    const failed = await test(resourceId, { body: 'x' });
    expect(failed.status).toBe(502);
    expect(lines(failed.log).at(-2)).toMatch(
      /^Lambda execution failed with status 200 due to customer function error: no/,
    );
  });

  it('wants a method that is there', async () => {
    const resourceId = await method({ type: 'MOCK' });
    expect(await refusalOf(test('nobody'))).toMatchObject({
      status: 404,
      message: 'Invalid Resource identifier specified',
    });
    expect(await refusalOf(test(resourceId, { httpMethod: 'PUT' }))).toMatchObject({
      status: 404,
      message: 'Invalid Method identifier specified',
    });
  });
});
