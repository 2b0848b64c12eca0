import {
  CreateAuthorizerCommand,
  type CreateAuthorizerCommandInput,
  TestInvokeAuthorizerCommand,
  type TestInvokeAuthorizerCommandInput,
} from '@aws-sdk/client-api-gateway';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createTestApi, refusalOf, startTestSandbox, type TestSandbox } from '../../test-sandbox';

let sandbox: TestSandbox;
let restApiId: string;
const authorizerUri =
  'arn:aws:apigateway:us-east-1:lambda:path/2015-03-31/functions/arn:aws:lambda:us-east-1:123456789012:function:judge/invocations';

const source = `exports.handler = async (event) => {
  const token = event.authorizationToken || event.headers.Token;
  if (token === 'nobody') throw new Error('Unauthorized');
  if (token === 'odd') return { principalId: 'x' };
  const Statement = [{ Action: 'execute-api:Invoke', Effect: 'Deny', Resource: event.methodArn }];
  return {
    principalId: 'user-' + token + '-' + (event.stageVariables || {}).colour,
    policyDocument: { Version: '2012-10-17', Statement },
  };
};`;

beforeAll(async () => {
  sandbox = await startTestSandbox();
  ({ restApiId } = await createTestApi(sandbox));
  await sandbox.admin('POST', 'functions', { name: 'judge', source });
});
afterAll(() => sandbox.stop());

async function authorizer(name: string, more: Partial<CreateAuthorizerCommandInput>): Promise<string | undefined> {
  const { id } = await sandbox.gateway.send(
    new CreateAuthorizerCommand({ restApiId, name, type: 'TOKEN', authorizerUri, ...more }),
  );
  return id;
}
const run = (authorizerId: string | undefined, more: Partial<TestInvokeAuthorizerCommandInput> = {}) =>
  sandbox.gateway.send(new TestInvokeAuthorizerCommand({ restApiId, authorizerId, ...more }));

it('runs a function and answers its policy, even one that denies', async () => {
  const id = await authorizer('token', { identitySource: 'method.request.header.Token' });
  const tested = await run(id, { headers: { Token: 'abcdef' } });
  const methodArn = `arn:aws:execute-api:us-east-1:123456789012:${restApiId}/ESTestInvoke-stage/GET/`;
  expect(tested).toMatchObject({
    clientStatus: 0,
    latency: expect.any(Number),
    principalId: 'user-abcdef-undefined',
    policy: JSON.stringify({
      Version: '2012-10-17',
      Statement: [{ Action: 'execute-api:Invoke', Effect: 'Deny', Resource: methodArn }],
    }),
  });
  const lines = (tested.log ?? '').split('\n').map((line) => line.replace(/^\w+ \w+ \d+ [\d:]+ UTC \d+ : /, ''));
  expect(lines).toEqual([
    expect.stringMatching(/^Execution log for request [0-9a-f-]{36}$/),
    expect.stringMatching(new RegExp(`^Starting authorizer: ${id} for request: [0-9a-f-]{36}$`)),
    'Incoming identity: abcdef',
    expect.stringContaining('Endpoint request URI: https://lambda.us-east-1.amazonaws.com/2015-03-31/functions/'),
    expect.stringContaining('Endpoint request headers: {'),
    expect.stringContaining('Endpoint request body after transformations: {"type":"TOKEN"'),
    expect.stringContaining('Sending request to https://lambda.us-east-1.amazonaws.com/'),
    expect.stringContaining('Authorizer result body before parsing: {"principalId":"user-abcdef-undefined"'),
    `Using valid authorizer policy for principal: ${'*'.repeat(15)}efined`,
    'Successfully completed authorizer execution',
    '',
  ]);
});

it('gives a function the request that the test made up', async () => {
  const id = await authorizer('request', { type: 'REQUEST', identitySource: 'method.request.querystring.q' });
  const headers = { Token: 'me' };
  expect(await run(id, { headers, pathWithQueryString: '/?q=1', stageVariables: { colour: 'red' } })).toMatchObject({
    clientStatus: 0,
    principalId: 'user-me-red',
  });
  expect(await run(id, { headers })).toMatchObject({ clientStatus: 401 });
});

it.each([
  ['nobody', 401, 'Unauthorized request: '],
  ['odd', 500, 'the authorizer answered {"principalId":"x"}'],
])('tells what the client would have got: %s', async (token, clientStatus, words) => {
  const id = await authorizer(token, { identitySource: 'method.request.header.Token' });
  const tested = await run(id, { headers: { Token: token } });
  expect(tested).toMatchObject({ clientStatus, log: expect.stringContaining(words) });
  expect(tested).not.toHaveProperty('policy');
  expect(await run(id)).toMatchObject({ clientStatus: 401 });
});

it("answers the claims of a user pool's token", async () => {
  const providerARNs = ['arn:aws:cognito-idp:us-east-1:123456789012:userpool/us-east-1_a'];
  const id = await authorizer('pool', {
    type: 'COGNITO_USER_POOLS',
    providerARNs,
    authorizerUri: undefined,
    identitySource: 'method.request.header.Authorization',
  });
  const claims = { iss: 'https://cognito-idp.us-east-1.amazonaws.com/us-east-1_a', exp: 9_999_999_999, sub: 'me' };
  const token = (exp: number) => `e30.${Buffer.from(JSON.stringify({ ...claims, exp })).toString('base64url')}.sig`;
  expect(await run(id, { headers: { Authorization: token(claims.exp) } })).toMatchObject({
    clientStatus: 0,
    claims: { sub: 'me' },
  });
  expect(await run(id, { headers: { Authorization: token(1) } })).toMatchObject({ clientStatus: 401 });
});

it('needs an authorizer', async () => {
  expect(await refusalOf(run('nosuch'))).toMatchObject({
    status: 404,
    message: 'Invalid Authorizer identifier specified',
  });
});
