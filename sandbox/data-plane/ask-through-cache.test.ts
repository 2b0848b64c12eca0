import {
  CreateAuthorizerCommand,
  CreateDeploymentCommand,
  CreateResourceCommand,
  FlushStageAuthorizersCacheCommand,
  FlushStageCacheCommand,
  type PatchOperation,
  PutIntegrationCommand,
  type PutIntegrationCommandInput,
  PutIntegrationResponseCommand,
  PutMethodCommand,
  type PutMethodCommandInput,
  PutMethodResponseCommand,
  UpdateStageCommand,
} from '@aws-sdk/client-api-gateway';
import { request } from 'undici';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createTestApi, startTestSandbox, type TestSandbox } from '../test-sandbox';
import { startTestBackEnd } from './test-gateway';

let sandbox: TestSandbox;
let backEnd: Awaited<ReturnType<typeof startTestBackEnd>>;
let restApiId: string;
let asked = 0;

beforeAll(async () => {
  sandbox = await startTestSandbox();
  backEnd = await startTestBackEnd((incoming, response) => {
    asked += 1;
    const isLong = incoming.url?.startsWith('/long');
    response.writeHead(incoming.url?.startsWith('/ill') ? 404 : 200, { 'X-Number': String(asked) });
    response.end(isLong ? 'x'.repeat(1_048_576) : `answer ${asked}`);
  });
  const { restApiId: id, root } = await createTestApi(sandbox);
  restApiId = id;
  const who = await sandbox.gateway.send(
    new CreateAuthorizerCommand({
      restApiId,
      name: 'who',
      type: 'TOKEN',
      identitySource: 'method.request.header.Authorization',
      authorizerUri: await putAuthorizerFunction(),
    }),
  );
  const proxy = { type: 'HTTP_PROXY' as const };
  await route(root, 'plain', 'GET', proxy);
  await route(root, 'plain', 'POST', proxy, { on: 'plain' });
  await route(root, 'keyed', 'GET', { ...proxy, cacheKeyParameters: ['method.request.querystring.q'] });
  await route(root, 'paths', 'GET', proxy);
  await route(
    String(resources.paths),
    '{name}',
    'GET',
    {
      ...proxy,
      uri: `${backEnd.url}/{name}`,
      cacheKeyParameters: ['method.request.path.name'],
      requestParameters: { 'integration.request.path.name': 'method.request.path.name' },
    },
    { requestParameters: { 'method.request.path.name': true } },
  );
  await route(root, 'ill', 'GET', proxy);
  await route(root, 'long', 'GET', proxy);
  await route(root, 'one', 'GET', { ...proxy, cacheNamespace: 'ours' });
  await route(root, 'two', 'GET', { ...proxy, cacheNamespace: 'ours' });
  await route(root, 'signed', 'GET', proxy, { authorizationType: 'AWS_IAM' });
  await route(root, 'mapped', 'GET', { type: 'HTTP' });
  await route(root, 'who', 'GET', proxy, { authorizationType: 'CUSTOM', authorizerId: who.id });
  await sandbox.gateway.send(new CreateDeploymentCommand({ restApiId, stageName: 'live' }));
});
afterAll(async () => {
  await sandbox.stop();
  await backEnd.stop();
});

beforeEach(async () => {
  await sandbox.admin('PATCH', 'dials', { cacheClusterMs: 0 });
  await patch('/cacheClusterEnabled', 'false');
  await patch('/*/*/caching/ttlInSeconds', '300');
  await patch('/*/*/caching/enabled', 'true');
  await patch('/*/*/caching/requireAuthorizationForCacheControl', 'true');
  await patch('/*/*/caching/unauthorizedCacheControlHeaderStrategy', 'SUCCEED_WITH_RESPONSE_HEADER');
  await patch('/cacheClusterEnabled', 'true');
});

const resources: Record<string, string | undefined> = {};

async function route(
  parentId: string,
  pathPart: string,
  httpMethod: string,
  integration: Partial<PutIntegrationCommandInput>,
  { on, ...method }: Partial<PutMethodCommandInput> & { on?: string } = {},
) {
  const { gateway } = sandbox;
  if (on === undefined)
    resources[pathPart] = (await gateway.send(new CreateResourceCommand({ restApiId, parentId, pathPart }))).id;
  const at = { restApiId, resourceId: resources[pathPart], httpMethod };
  const requestParameters = { 'method.request.querystring.q': false };
  await gateway.send(new PutMethodCommand({ ...at, authorizationType: 'NONE', requestParameters, ...method }));
  const uri = `${backEnd.url}/${pathPart}`;
  await gateway.send(
    new PutIntegrationCommand({ ...at, type: 'HTTP', integrationHttpMethod: httpMethod, uri, ...integration }),
  );
  if (integration.type !== 'HTTP') return;
  const header = 'method.response.header.X-Mapped';
  const response = { ...at, statusCode: '200' };
  await gateway.send(new PutMethodResponseCommand({ ...response, responseParameters: { [header]: false } }));
  const responseTemplates = { 'application/json': '{"id": "$context.requestId"}' };
  const responseParameters = { [header]: 'integration.response.header.X-Number' };
  await gateway.send(new PutIntegrationResponseCommand({ ...response, responseTemplates, responseParameters }));
}

async function putAuthorizerFunction(): Promise<string> {
  const source = `exports.handler = async ({ methodArn }) => ({ principalId: 'me', policyDocument: {
    Statement: [{ Effect: 'Allow', Action: 'execute-api:Invoke', Resource: methodArn }] } })`;
  const { arn } = (await sandbox.admin('POST', 'functions', { name: 'who', source })) as { arn: string };
  return `arn:aws:apigateway:us-east-1:lambda:path/2015-03-31/functions/${arn}/invocations`;
}

function change(...patchOperations: PatchOperation[]) {
  return sandbox.gateway.send(new UpdateStageCommand({ restApiId, stageName: 'live', patchOperations }));
}

const patch = (path: string, value: string) => change({ op: 'replace', path, value });

async function call(path: string, headers: Record<string, string> = {}, method: 'GET' | 'POST' = 'GET') {
  const answer = await request(`http://127.0.0.1:${sandbox.ports.http}/live${path}`, {
    method,
    headers: { host: `${restApiId}.execute-api.us-east-1.amazonaws.com`, ...headers },
  });
  return { status: answer.statusCode, headers: answer.headers, text: await answer.body.text() };
}

/** How often the back end was asked while something happened. */
async function asks(happening: () => Promise<unknown>): Promise<number> {
  const before = asked;
  await happening();
  return asked - before;
}

const twice = async (path: string, method: 'GET' | 'POST' = 'GET') =>
  asks(async () => {
    await call(path, {}, method);
    await call(path, {}, method);
  });

const fresh = { 'Cache-Control': 'no-transform, max-age=0' };

describe("a stage's cache", () => {
  it('answers for the back end until the time of its entry is over', async () => {
    const first = await call('/plain');
    const second = await call('/plain?q=other');
    expect(second.text).toBe(first.text);
    expect(second.headers['x-amzn-requestid']).not.toBe(first.headers['x-amzn-requestid']);
    await sandbox.admin('POST', 'clock', { advanceMs: 299_000 });
    expect((await call('/plain')).text).toBe(first.text);
    await sandbox.admin('POST', 'clock', { advanceMs: 2000 });
    expect((await call('/plain')).text).not.toBe(first.text);
  });

  it('keeps GET only, and other verbs by a setting of their own', async () => {
    expect(await twice('/plain', 'POST')).toBe(2);
    await patch('/~1plain/POST/caching/enabled', 'true');
    expect(await twice('/plain', 'POST')).toBe(1);
    await patch('/~1plain/GET/caching/enabled', 'false');
    expect(await twice('/plain')).toBe(2);
    await change({ op: 'remove', path: '/~1plain/GET' }, { op: 'remove', path: '/~1plain/POST' });
  });

  it('tells requests apart by the key parameters alone', async () => {
    expect(await asks(() => Promise.all([call('/keyed?q=1&x=1'), call('/keyed?q=2')]))).toBe(2);
    expect(await asks(() => call('/keyed?x=2&q=1'))).toBe(0);
    expect(await asks(() => call('/keyed'))).toBe(1);
  });

  it('tells paths apart as they are written', async () => {
    expect(await asks(() => Promise.all([call('/paths/a%20b'), call('/paths/a+b'), call('/paths/a%2Bb')]))).toBe(3);
    expect(await asks(() => call('/paths/a%20b'))).toBe(0);
  });

  it('is shared by resources of one namespace', async () => {
    expect((await call('/one')).text).toBe((await call('/two')).text);
  });

  it('keeps answers of any status, and none that is too long', async () => {
    expect(await twice('/ill')).toBe(1);
    expect((await call('/ill')).status).toBe(404);
    expect(await twice('/long')).toBe(2);
  });

  it('is off with a time of 0, and while its cluster is not there yet', async () => {
    await patch('/*/*/caching/ttlInSeconds', '0');
    expect(await twice('/plain')).toBe(2);
    await patch('/*/*/caching/ttlInSeconds', '300');
    await sandbox.admin('PATCH', 'dials', { cacheClusterMs: 60_000 });
    await patch('/cacheClusterSize', '1.6');
    expect(await twice('/plain')).toBe(2);
    await sandbox.admin('POST', 'clock', { advanceMs: 60_000 });
    expect(await twice('/plain')).toBe(1);
    await patch('/cacheClusterEnabled', 'false');
    expect(await twice('/plain')).toBe(2);
  });

  it('is empty after a flush, and after a change of its size', async () => {
    expect(await twice('/plain')).toBe(1);
    await sandbox.gateway.send(new FlushStageCacheCommand({ restApiId, stageName: 'live' }));
    expect(await twice('/plain')).toBe(1);
    await patch('/cacheClusterSize', '6.1');
    expect(await twice('/plain')).toBe(1);
  });

  it('runs the mappings of the answer each time', async () => {
    const [first, second] = [await call('/mapped'), await call('/mapped')];
    expect(second.headers['x-mapped']).toBe(first.headers['x-mapped']);
    expect(JSON.parse(second.text).id).toBe(second.headers['x-amzn-requestid']);
    expect(second.text).not.toBe(first.text);
  });
});

describe('Cache-Control: max-age=0', () => {
  it('is ignored with a warning where nobody may, by default', async () => {
    const { text } = await call('/plain');
    const again = await call('/plain', fresh);
    expect([again.text, again.headers.warning]).toEqual([
      text,
      '199 Cache-control headers were ignored because the caller was unauthorized.',
    ]);
    await patch('/*/*/caching/unauthorizedCacheControlHeaderStrategy', 'SUCCEED_WITHOUT_RESPONSE_HEADER');
    const silent = await call('/plain', fresh);
    expect([silent.text, silent.headers.warning]).toEqual([text, undefined]);
    await patch('/*/*/caching/unauthorizedCacheControlHeaderStrategy', 'FAIL_WITH_403');
    expect(await call('/plain', fresh)).toMatchObject({
      status: 403,
      headers: { 'x-amzn-errortype': 'AccessDeniedException' },
    });
    expect((await call('/plain')).text).toBe(text);
  });

  it('asks again and keeps the new answer where everybody may', async () => {
    await patch('/*/*/caching/requireAuthorizationForCacheControl', 'false');
    const { text } = await call('/plain');
    const renewed = await call('/plain', fresh);
    expect(renewed.text).not.toBe(text);
    expect((await call('/plain')).text).toBe(renewed.text);
  });

  it('is obeyed for callers with an identity', async () => {
    const signed = {
      Authorization: 'AWS4-HMAC-SHA256 Credential=AKIATEST/20261122/us-east-1/execute-api/aws4_request',
    };
    const { text } = await call('/signed', signed);
    expect((await call('/signed', { ...signed, ...fresh })).text).not.toBe(text);
  });
});

it('a canary has the cache of its stage only where it says so', async () => {
  await patch('/canarySettings/percentTraffic', '100');
  expect(await twice('/plain')).toBe(2);
  await patch('/canarySettings/useStageCache', 'true');
  expect(await twice('/plain')).toBe(1);
  await change({ op: 'remove', path: '/canarySettings' });
  expect(await asks(() => call('/plain'))).toBe(0);
});

it('what an authorizer said is kept by who asks, until it is flushed', async () => {
  const headers = { Authorization: 'somebody' };
  expect((await call('/who', headers)).status).toBe(200);
  await sandbox.admin('POST', 'functions', {
    name: 'who',
    source: `exports.handler = async () => { throw new Error('Unauthorized') }`,
  });
  expect((await call('/who', headers)).status).toBe(200);
  expect((await call('/who', { Authorization: 'somebody else' })).status).toBe(401);
  await sandbox.gateway.send(new FlushStageAuthorizersCacheCommand({ restApiId, stageName: 'live' }));
  expect((await call('/who', headers)).status).toBe(401);
});
