import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { StoredAuthorizer } from '../../model';
import { keyOf } from '../../scope';
import { TestGateway } from '../test-gateway';

let gateway: TestGateway;
const host = 'shop.example.com';

/** Says what its token asks for; counts its calls. */
const judge = `let calls = 0;
exports.handler = async (event) => {
  calls += 1;
  const token = event.authorizationToken || event.headers.Token || '';
  const [word, resource = '*'] = token.split(' ');
  if (word === 'unknown') throw new Error('Unauthorized');
  if (word === 'broken') throw new Error('broken');
  if (word === 'odd') return { principalId: 'x' };
  const Statement = [{ Action: 'execute-api:*', Effect: word === 'deny' ? 'Deny' : 'Allow', Resource: resource }];
  return {
    principalId: 'me', policyDocument: { Version: '2012-10-17', Statement },
    context: { calls, type: event.type, arn: event.methodArn, yes: true },
    usageIdentifierKey: event.headers && event.headers.Key,
  };
};`;

const mock = {
  type: 'MOCK' as const,
  requestTemplates: { 'application/json': '{"statusCode": 200}' },
  integrationResponses: {
    '200': {
      statusCode: '200',
      responseTemplates: {
        'application/json':
          '{"me": "$context.authorizer.principalId", "calls": "$context.authorizer.calls", "type": "$context.authorizer.type", ' +
          '"arn": "$context.authorizer.arn", "yes": "$context.authorizer.yes", "key": "$context.identity.apiKeyId", ' +
          '"mail": "$context.authorizer.claims.email"}',
      },
    },
  },
};

beforeAll(async () => {
  gateway = await TestGateway.start();
  const authorizerUri = await gateway.putFunction('judge', judge);
  const authorizer = (id: string, more: Partial<StoredAuthorizer>): StoredAuthorizer => ({
    id,
    name: id,
    type: 'TOKEN',
    authorizerUri,
    identitySource: 'method.request.header.Token',
    authorizerResultTtlInSeconds: 0,
    ...more,
  });
  const custom = (authorizerId: string) => ({ method: { authorizationType: 'CUSTOM', authorizerId } });
  const parts = {
    authorizers: [
      authorizer('token', { identityValidationExpression: '^[a-z]+.*$' }),
      authorizer('cached', { authorizerResultTtlInSeconds: 300 }),
      authorizer('request', {
        type: 'REQUEST',
        identitySource: 'method.request.header.Token, method.request.querystring.q',
      }),
      authorizer('anybody', { type: 'REQUEST', identitySource: '' }),
      authorizer('lost', { authorizerUri: authorizerUri.replace('judge', 'nobody') }),
      authorizer('pool', {
        type: 'COGNITO_USER_POOLS',
        identitySource: 'method.request.header.Authorization',
        providerARNs: ['arn:aws:cognito-idp:us-east-1:123456789012:userpool/us-east-1_a'],
      }),
    ],
  };
  await gateway.putApi(
    'main',
    'prod',
    {
      'GET /token': { ...mock, ...custom('token') },
      'GET /cached': { ...mock, ...custom('cached') },
      'GET /request': { ...mock, ...custom('request') },
      'GET /anybody': { ...mock, ...custom('anybody') },
      'GET /lost': { ...mock, ...custom('lost') },
      'GET /nothing': { ...mock, ...custom('nothing') },
      'GET /key': { ...mock, method: { apiKeyRequired: true } },
      'GET /pool': { ...mock, method: { authorizationType: 'COGNITO_USER_POOLS', authorizerId: 'pool' } },
      'GET /scope': {
        ...mock,
        method: { authorizationType: 'COGNITO_USER_POOLS', authorizerId: 'pool', authorizationScopes: ['read'] },
      },
      'GET /iam': { ...mock, method: { authorizationType: 'AWS_IAM' } },
    },
    { parts },
  );
  await gateway.putApi(
    'keyed',
    'prod',
    { 'GET /key': { ...mock, method: { apiKeyRequired: true, authorizationType: 'CUSTOM', authorizerId: 'anybody' } } },
    { parts, restApi: { apiKeySource: 'AUTHORIZER' } },
  );
  await gateway.putDomain(host, { '': 'main/prod', keyed: 'keyed/prod' });
  await gateway.state.write((tx) => {
    const apiStages = ['main', 'keyed'].map((apiId) => ({ apiId, stage: 'prod' }));
    tx.put('usagePlans', keyOf.usagePlan(gateway.scope, 'p'), { id: 'p', name: 'p', apiStages });
    for (const id of ['k1', 'k2']) tx.put('usagePlanKeys', keyOf.usagePlanKey(gateway.scope, 'p', id), { id });
    tx.put('apiKeys', keyOf.apiKey(gateway.scope, 'k1'), { id: 'k1', value: 'a'.repeat(20), enabled: true });
    tx.put('apiKeys', keyOf.apiKey(gateway.scope, 'k2'), { id: 'k2', value: 'b'.repeat(20), enabled: false });
  });
});
afterAll(() => gateway.stop());

async function get(path: string, headers: Record<string, string> = {}) {
  const answer = await gateway.http({ host, path, headers });
  return { status: answer.status, value: JSON.parse(answer.text), type: answer.headers['x-amzn-errortype'] };
}

describe('an authorizer', () => {
  it('lets in, and tells the integration who it is', async () => {
    expect(await get('/token', { Token: 'allow' })).toMatchObject({
      status: 200,
      value: {
        me: 'me',
        type: 'TOKEN',
        arn: 'arn:aws:execute-api:us-east-1:123456789012:main/prod/GET/token',
        yes: 'true',
      },
    });
  });

  it.each([
    ['/token', {}, 401, { message: 'Unauthorized' }, 'UnauthorizedException'],
    ['/token', { Token: '1 no match' }, 401, { message: 'Unauthorized' }, 'UnauthorizedException'],
    ['/token', { Token: 'unknown' }, 401, { message: 'Unauthorized' }, 'UnauthorizedException'],
    ['/token', { Token: 'broken' }, 500, { message: null }, 'AuthorizerFailureException'],
    ['/token', { Token: 'odd' }, 500, { message: null }, 'AuthorizerConfigurationException'],
    ['/lost', { Token: 'allow' }, 500, { message: 'Internal server error' }, 'InternalServerErrorException'],
    ['/nothing', { Token: 'allow' }, 500, { message: null }, 'AuthorizerConfigurationException'],
    ['/request', { Token: 'allow' }, 401, { message: 'Unauthorized' }, 'UnauthorizedException'],
    [
      '/token',
      { Token: 'deny' },
      403,
      { Message: 'User is not authorized to access this resource with an explicit deny' },
      'AccessDeniedException',
    ],
    [
      '/token',
      { Token: 'allow arn:aws:execute-api:*:*:*/prod/POST/*' },
      403,
      { Message: 'User is not authorized to access this resource' },
      'AccessDeniedException',
    ],
  ])('%s %j -> %i %j', async (path, headers, status, value, type) => {
    expect(await get(path, headers)).toEqual({ status, value, type });
  });

  it('of requests gets the request', async () => {
    expect(await get('/request?q=1', { token: 'allow' })).toMatchObject({ status: 200, value: { type: 'REQUEST' } });
    expect(await get('/anybody')).toMatchObject({ status: 200 });
  });

  it('is remembered for its time, for the same identity', async () => {
    const first = await get('/cached', { Token: 'allow' });
    expect((await get('/cached', { Token: 'allow' })).value.calls).toBe(first.value.calls);
    expect((await get('/cached', { Token: 'allowed' })).value.calls).not.toBe(first.value.calls);
    await gateway.state.write((tx) => tx.put('meta', 'clockOffset', 301_000));
    expect((await get('/cached', { Token: 'allow' })).value.calls).not.toBe(first.value.calls);
    await gateway.state.write((tx) => tx.remove('meta', 'clockOffset'));
    const uncached = await get('/token', { Token: 'allow' });
    expect((await get('/token', { Token: 'allow' })).value.calls).not.toBe(uncached.value.calls);
  });
});

describe('an API key', () => {
  it.each([
    [{}, 403],
    [{ 'x-api-key': 'wrong' }, 403],
    [{ 'x-api-key': 'b'.repeat(20) }, 403],
    [{ 'X-API-Key': 'a'.repeat(20) }, 200],
  ])('%j -> %i', async (headers, status) => {
    const answer = await get('/key', headers as Record<string, string>);
    expect(answer.status).toBe(status);
    expect(status === 200 ? answer.value.key : answer.value.message).toBe(status === 200 ? 'k1' : 'Forbidden');
  });

  it('may come from the authorizer', async () => {
    expect((await get('/keyed/key', { Key: 'a'.repeat(20) })).status).toBe(200);
    expect((await get('/keyed/key', { 'x-api-key': 'a'.repeat(20) })).status).toBe(403);
  });
});

describe("a user pool's token", () => {
  const token = (claims: object) => {
    const iss = 'https://cognito-idp.us-east-1.amazonaws.com/us-east-1_a';
    const payload = { iss, exp: Math.floor(Date.now() / 1000) + 60, email: 'a@b.c', ...claims };
    return { Authorization: `x.${Buffer.from(JSON.stringify(payload)).toString('base64url')}.y` };
  };

  it.each([
    ['/pool', token({}), 200],
    ['/pool', {}, 401],
    ['/pool', { Authorization: 'nonsense' }, 401],
    ['/pool', token({ iss: 'https://else/us-east-1_b' }), 401],
    ['/pool', token({ exp: 1 }), 401],
    ['/scope', token({}), 401],
    ['/scope', token({ scope: 'write read' }), 200],
  ])('%s %j -> %i', async (path, headers, status) => {
    const answer = await get(path, headers as Record<string, string>);
    expect(answer.status).toBe(status);
    if (status === 200) expect(answer.value.mail).toBe('a@b.c');
  });
});

it('a signature is wanted where the method says so', async () => {
  expect((await get('/iam')).type).toBe('MissingAuthenticationTokenException');
  expect((await get('/iam', { Authorization: 'AWS4-HMAC-SHA256 Credential=x' })).status).toBe(200);
});
