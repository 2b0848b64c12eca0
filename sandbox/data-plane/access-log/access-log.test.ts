import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import {
  CreateAuthorizerCommand,
  CreateDeploymentCommand,
  CreateResourceCommand,
  type PatchOperation,
  PutIntegrationCommand,
  type PutIntegrationCommandInput,
  PutMethodCommand,
  UpdateAccountCommand,
  UpdateStageCommand,
} from '@aws-sdk/client-api-gateway';
import { request } from 'undici';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createTestApi, refusalOf, startTestSandbox, type TestSandbox } from '../../test-sandbox';
import { startTestBackEnd } from '../test-gateway';
import type { AccessLogLine } from './access-logs';

let sandbox: TestSandbox;
let backEnd: Awaited<ReturnType<typeof startTestBackEnd>>;
let restApiId: string;
const logs = 'arn:aws:logs:us-east-1:123456789012:log-group';

beforeAll(async () => {
  sandbox = await startTestSandbox();
  backEnd = await startTestBackEnd((_, response) => response.writeHead(201).end('twelve bytes'));
  const { restApiId: id, root } = await createTestApi(sandbox);
  restApiId = id;
  const authorizer = await sandbox.gateway.send(
    new CreateAuthorizerCommand({
      restApiId,
      name: 'who',
      type: 'TOKEN',
      identitySource: 'method.request.header.Authorization',
      authorizerUri: await functionUri(
        'who',
        `async ({ authorizationToken, methodArn }) => ({ principalId: 'ann', context: { tier: 'gold' }, policyDocument: {
          Statement: [{ Effect: authorizationToken, Action: 'execute-api:Invoke', Resource: methodArn }] } })`,
      ),
    }),
  );
  const proxy = { type: 'HTTP_PROXY' as const, uri: `${backEnd.url}/` };
  await route(root, 'things', proxy);
  await route(root, 'down', { ...proxy, uri: 'http://127.0.0.1:1/' });
  await route(root, 'function', {
    type: 'AWS_PROXY',
    integrationHttpMethod: 'POST',
    uri: await functionUri('teapot', 'async () => ({ statusCode: 418, body: "short" })'),
  });
  await route(root, 'who', proxy, authorizer.id);
  await sandbox.gateway.send(new CreateDeploymentCommand({ restApiId, stageName: 'live' }));
});
afterAll(async () => {
  await sandbox.stop();
  await backEnd.stop();
});
beforeEach(() => sandbox.admin('DELETE', 'access-logs'));

async function functionUri(name: string, handler: string): Promise<string> {
  const source = `exports.handler = ${handler}`;
  const { arn } = (await sandbox.admin('POST', 'functions', { name, source })) as { arn: string };
  return `arn:aws:apigateway:us-east-1:lambda:path/2015-03-31/functions/${arn}/invocations`;
}

async function route(
  parentId: string,
  pathPart: string,
  integration: Pick<PutIntegrationCommandInput, 'type' | 'uri' | 'integrationHttpMethod'>,
  authorizerId?: string,
) {
  const { gateway } = sandbox;
  const { id: resourceId } = await gateway.send(new CreateResourceCommand({ restApiId, parentId, pathPart }));
  const at = { restApiId, resourceId, httpMethod: 'GET' };
  const authorizationType = authorizerId === undefined ? 'NONE' : 'CUSTOM';
  await gateway.send(new PutMethodCommand({ ...at, authorizationType, authorizerId }));
  await gateway.send(new PutIntegrationCommand({ ...at, integrationHttpMethod: 'GET', ...integration }));
}

const patch = (...patchOperations: PatchOperation[]) =>
  sandbox.gateway.send(new UpdateStageCommand({ restApiId, stageName: 'live', patchOperations }));
const set = (member: 'format' | 'destinationArn', value: string): PatchOperation => ({
  op: 'replace',
  path: `/accessLogSettings/${member}`,
  value,
});
const logTo = (group: string, format: string) =>
  patch(set('destinationArn', `${logs}:${group}`), set('format', format));

async function call(at: string, headers: Record<string, string> = {}) {
  const answer = await request(`http://127.0.0.1:${sandbox.ports.http}/live${at}`, {
    headers: { host: `${restApiId}.execute-api.us-east-1.amazonaws.com`, 'user-agent': 'tests/1', ...headers },
  });
  await answer.body.dump();
  return { status: answer.statusCode, requestId: String(answer.headers['x-amzn-requestid']) };
}

async function lines(query = ''): Promise<AccessLogLine[]> {
  return (await sandbox.admin('GET', `access-logs${query}`)) as AccessLogLine[];
}

/** The only line there is, by now. */
async function line(): Promise<string> {
  const all = await lines();
  expect(all).toHaveLength(1);
  return all[0]?.message ?? '';
}

describe('the formats that AWS shows', () => {
  const context = (name: string) => `$context.${name}`;
  const clf = `${context('identity.sourceIp')} ${context('identity.caller')} ${context('identity.user')} [${context('requestTime')}] "${context('httpMethod')} ${context('resourcePath')} ${context('protocol')}" ${context('status')} ${context('responseLength')} ${context('requestId')} ${context('extendedRequestId')}`;

  it('CLF', async () => {
    await logTo('clf', clf);
    const { requestId } = await call('/things');
    expect(await line()).toMatch(
      new RegExp(
        `^127\\.0\\.0\\.1 - - \\[\\d\\d/\\w{3}/\\d{4}:\\d\\d:\\d\\d:\\d\\d \\+0000\\] "GET /things HTTP/1.1" 201 12 ${requestId} [\\w-]{15}=$`,
      ),
    );
  });

  it('JSON', async () => {
    const names = 'requestId extendedRequestId identity.sourceIp identity.userAgent httpMethod path status stage apiId';
    const format = JSON.stringify(Object.fromEntries(names.split(' ').map((name) => [name, context(name)])));
    await logTo('json', `${format}\n`);
    const { requestId } = await call('/things?q=1');
    expect(JSON.parse(await line())).toEqual({
      requestId,
      extendedRequestId: expect.stringMatching(/=$/),
      'identity.sourceIp': '127.0.0.1',
      'identity.userAgent': 'tests/1',
      httpMethod: 'GET',
      path: '/live/things',
      status: '201',
      stage: 'live',
      apiId: restApiId,
    });
  });

  it('XML and CSV', async () => {
    await logTo('xml', `<request id="${context('requestId')}"> <status>${context('status')}</status> </request>`);
    const { requestId } = await call('/things');
    expect(await line()).toBe(`<request id="${requestId}"> <status>201</status> </request>`);
    await sandbox.admin('DELETE', 'access-logs');
    await logTo('csv', `${context('requestId')},${context('status')},${context('identity.caller')}`);
    const second = await call('/things');
    expect(await line()).toBe(`${second.requestId},201,-`);
  });
});

describe('the variables of a log', () => {
  const logged = async (names: string, at: string, headers?: Record<string, string>) => {
    await logTo('names', `$context.requestId|${names.replaceAll(/\S+/g, '$context.$&').replaceAll(' ', '|')}`);
    await call(at, headers);
    return (await line()).split('|').slice(1);
  };
  const ms = expect.stringMatching(/^\d+$/);

  it('tell of the back end', async () => {
    const names = 'status integrationStatus integration.status integrationLatency integration.latency responseLatency';
    expect(await logged(names, '/things')).toEqual(['201', '201', '201', ms, ms, ms]);
  });

  it('tell of a trace only where tracing is on', async () => {
    expect(await logged('status xrayTraceId', '/things')).toEqual(['201', '-']);
    await patch({ op: 'replace', path: '/tracingEnabled', value: 'true' });
    await sandbox.admin('DELETE', 'access-logs');
    expect(await logged('status xrayTraceId', '/things')).toEqual(['201', expect.stringMatching(/^Root=1-/)]);
    await patch({ op: 'replace', path: '/tracingEnabled', value: 'false' });
  });

  it("tell a function's status from Lambda's", async () => {
    expect(await logged('status integration.status integration.integrationStatus', '/function')).toEqual([
      '418',
      '418',
      '200',
    ]);
  });

  it('tell of a back end that is not there', async () => {
    const names =
      'status integrationStatus error.responseType error.message error.messageString integrationErrorMessage';
    expect(await logged(names, '/down')).toEqual([
      '504',
      '-',
      'INTEGRATION_FAILURE',
      'Network error communicating with endpoint',
      '"Network error communicating with endpoint"',
      expect.stringContaining('ECONNREFUSED'),
    ]);
  });

  it('tell of requests that find no method', async () => {
    const names = 'status error.message resourcePath integrationStatus responseLength nonsense';
    expect(await logged(names, '/nowhere')).toEqual(['403', 'Missing Authentication Token', '-', '-', '42', '-']);
  });

  it('tell of authorizers', async () => {
    const names = 'status authorizer.principalId authorizer.tier authorizer.status authorize.status authorizer.latency';
    expect(await logged(names, '/who', { authorization: 'Allow' })).toEqual(['201', 'ann', 'gold', '200', '200', ms]);
    await sandbox.admin('DELETE', 'access-logs');
    expect(await logged('status authorizer.status authorizer.error', '/who', { authorization: 'Deny' })).toEqual([
      '403',
      '403',
      'the authorizer denies',
    ]);
    await sandbox.admin('DELETE', 'access-logs');
    expect(await logged('status authorizer.status authorize.status', '/who')).toEqual(['401', '-', '401']);
  });
});

describe('access logs', () => {
  it('are read by group, API and stage, and are in a file of the group', async () => {
    await logTo('/aws/api/one:*', '$context.requestId');
    const first = await call('/things');
    await logTo('two', '$context.requestId');
    const second = await call('/things');
    const third = await call('/things');
    const ids = async (query: string) => (await lines(query)).map(({ message }) => message);
    expect(await ids('')).toEqual([first.requestId, second.requestId, third.requestId]);
    expect(await ids('?logGroup=/aws/api/one')).toEqual([first.requestId]);
    expect(await ids(`?restApiId=${restApiId}&stage=live&limit=1`)).toEqual([third.requestId]);
    expect(await ids('?stage=other')).toEqual([]);
    const file = path.join(sandbox.dataDir, 'sandbox', 'access-logs', '123456789012.us-east-1.%2Faws%2Fapi%2Fone.log');
    await expect.poll(() => existsSync(file) && readFileSync(file, 'utf8')).toBe(`${first.requestId}\n`);
  });

  it('are written until the stage has none any more', async () => {
    await logTo('group', '$context.requestId');
    await call('/things');
    await patch({ op: 'remove', path: '/accessLogSettings' });
    await call('/things');
    expect(await lines()).toHaveLength(1);
  });

  it.each<readonly [PatchOperation, string]>([
    [set('destinationArn', 'x'), "Invalid ARN specified in the request. ARNs must start with 'arn:': x"],
    ...['arn:aws:s3:::x', `${logs}:`, `${logs.replace('east', 'west')}:x`, `${logs}:a b`].map(
      (arn) =>
        [
          set('destinationArn', arn),
          'Invalid ARN specified in the request. The ARN must be a valid CloudWatch Logs log group or Kinesis Data Firehose delivery stream ARN.',
        ] as const,
    ),
    [
      set('format', '$context.requestId\n$context.status'),
      "Access Log format must be single line, new line character is allowed only at end of the format: '$context.requestId\n$context.status'",
    ],
    [
      set('format', '$context.requestIds'),
      "Access Log format must include either $context.requestId or $context.extendedRequestId : '$context.requestIds'",
    ],
    [set('format', `$context.requestId ${'x'.repeat(3072)}`), 'Access Log format must not exceed 3072 bytes'],
  ])('refuse %j', async (operation, message) => {
    expect(await refusalOf(patch(operation))).toEqual({ name: 'BadRequestException', message, status: 400 });
  });

  it('may go to a delivery stream, and need a role', async () => {
    const role = (value: string) =>
      sandbox.gateway.send(
        new UpdateAccountCommand({ patchOperations: [{ op: 'replace', path: '/cloudwatchRoleArn', value }] }),
      );
    const stream = 'arn:aws:firehose:us-east-1:123456789012:deliverystream/amazon-apigateway-a';
    await patch(set('destinationArn', stream), set('format', '$context.extendedRequestId'));
    await call('/things');
    expect(await lines('?logGroup=amazon-apigateway-a')).toHaveLength(1);
    await role('');
    expect((await refusalOf(logTo('a', '$context.requestId'))).message).toBe(
      'CloudWatch Logs role ARN must be set in account settings to enable logging',
    );
    await role('arn:aws:iam::123456789012:role/api-gateway-logs');
    await logTo('a', '$context.requestId');
  });
});
