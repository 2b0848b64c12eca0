import {
  CreateAuthorizerCommand,
  type CreateAuthorizerCommandInput,
  CreateResourceCommand,
  DeleteAuthorizerCommand,
  DeleteMethodCommand,
  GetAuthorizerCommand,
  GetAuthorizersCommand,
  type PatchOperation,
  PutMethodCommand,
  type PutMethodCommandInput,
  UpdateAuthorizerCommand,
} from '@aws-sdk/client-api-gateway';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { createTestApi, refusalOf, startTestSandbox, type TestSandbox } from '../../test-sandbox';

let sandbox: TestSandbox;
let restApiId: string;
let root: string;

const functionUri =
  'arn:aws:apigateway:us-east-1:lambda:path/2015-03-31/functions/arn:aws:lambda:us-east-1:123456789012:function:f/invocations';
const pool = 'arn:aws:cognito-idp:us-east-1:123456789012:userpool/p';

beforeAll(async () => {
  sandbox = await startTestSandbox();
});
afterAll(() => sandbox.stop());
beforeEach(async () => {
  ({ restApiId, root } = await createTestApi(sandbox));
});

const bare = ({ $metadata: _, ...rest }: { $metadata: object }) => rest;
const replace = (path: string, value?: string): PatchOperation => ({ op: 'replace', path, value });
const noApi = 'Invalid API identifier specified 123456789012:nope';

/** Puts a method at `/` or `/test`. */
async function method(more: Partial<PutMethodCommandInput>, below = false): Promise<string> {
  const resourceId = below
    ? ((await sandbox.gateway.send(new CreateResourceCommand({ restApiId, parentId: root, pathPart: 'test' }))).id ??
      '')
    : root;
  const base = { restApiId, resourceId, httpMethod: 'GET', authorizationType: 'NONE' };
  await sandbox.gateway.send(new PutMethodCommand({ ...base, ...more }));
  return resourceId;
}

const removeMethod = (resourceId: string) =>
  sandbox.gateway.send(new DeleteMethodCommand({ restApiId, resourceId, httpMethod: 'GET' }));

const authorizer = (input: Partial<CreateAuthorizerCommandInput> = {}) =>
  sandbox.gateway.send(
    new CreateAuthorizerCommand({ restApiId, name: 'a', type: 'TOKEN', authorizerUri: functionUri, ...input }),
  );

test('an authorizer: created, shown, patched, deleted', async () => {
  const identitySource = 'method.request.header.Authorization';
  const created = await authorizer({ identitySource });
  const id = created.id ?? '';
  const whole = {
    id,
    name: 'a',
    type: 'TOKEN',
    authType: 'custom',
    authorizerUri: functionUri,
    authorizerResultTtlInSeconds: 300,
    identitySource,
  };
  expect([created.$metadata.httpStatusCode, bare(created)]).toEqual([201, whole]);
  const at = { restApiId, authorizerId: id };
  expect(bare(await sandbox.gateway.send(new GetAuthorizerCommand(at)))).toEqual(whole);
  expect((await sandbox.gateway.send(new GetAuthorizersCommand({ restApiId }))).items).toEqual([whole]);
  const patch = (...patchOperations: PatchOperation[]) =>
    sandbox.gateway.send(new UpdateAuthorizerCommand({ ...at, patchOperations }));
  const changed = await patch(
    replace('/name', 'b'),
    replace('/type', 'REQUEST'),
    replace('/identitySource', 'method.request.querystring.key'),
    replace('/identityValidationExpression', '^x'),
    replace('/authorizerResultTtlInSeconds', '0'),
    replace('/authorizerCredentials', 'arn:aws:iam::123456789012:role/r'),
  );
  expect(bare(changed)).toEqual({
    ...whole,
    name: 'b',
    type: 'REQUEST',
    identitySource: 'method.request.querystring.key',
    identityValidationExpression: '^x',
    authorizerResultTtlInSeconds: 0,
    authorizerCredentials: 'arn:aws:iam::123456789012:role/r',
  });
  await patch(replace('/identityValidationExpression', ''), { op: 'remove', path: '/identitySource' });
  const { identitySource: gone, identityValidationExpression: goneToo } = await sandbox.gateway.send(
    new GetAuthorizerCommand(at),
  );
  expect([gone, goneToo]).toEqual([undefined, undefined]);
  expect((await refusalOf(patch(replace('/nonsense', 'x')))).message).toBe('Invalid patch path /nonsense');
  expect(await refusalOf(patch(replace('/authorizerResultTtlInSeconds', '3601')))).toMatchObject({ status: 400 });
  expect((await sandbox.gateway.send(new DeleteAuthorizerCommand(at))).$metadata.httpStatusCode).toBe(202);
  for (const Command of [GetAuthorizerCommand, DeleteAuthorizerCommand, UpdateAuthorizerCommand]) {
    expect(
      await refusalOf(sandbox.gateway.send(new Command({ ...at, patchOperations: [] }) as GetAuthorizerCommand)),
    ).toMatchObject({
      message: 'Invalid Authorizer identifier specified',
      status: 404,
    });
  }
});

test('a Cognito authorizer gains and loses pools', async () => {
  const { id, authType } = await authorizer({
    type: 'COGNITO_USER_POOLS',
    authorizerUri: undefined,
    providerARNs: [pool],
  });
  expect(authType).toBe('cognito_user_pools');
  const patch = (...patchOperations: PatchOperation[]) =>
    sandbox.gateway.send(new UpdateAuthorizerCommand({ restApiId, authorizerId: id, patchOperations }));
  const added = await patch({ op: 'add', path: '/providerARNs', value: `${pool}2` });
  expect(added.providerARNs).toEqual([pool, `${pool}2`]);
  expect((await patch({ op: 'remove', path: '/providerARNs', value: pool })).providerARNs).toEqual([`${pool}2`]);
  expect(await refusalOf(patch({ op: 'remove', path: '/providerARNs', value: `${pool}2` }))).toMatchObject({
    status: 400,
  });
});

test.each<[Partial<CreateAuthorizerCommandInput>, object]>([
  [
    { restApiId: 'nope' },
    {
      name: 'ConflictException',
      message: 'Unable to complete operation due to concurrent modification. Please try again later.',
      status: 409,
    },
  ],
  [{ type: 'MAGIC' as 'TOKEN' }, { name: 'ValidationException', status: 400 }],
  [{ name: '' }, { status: 400 }],
  [{ type: 'COGNITO_USER_POOLS' }, { status: 400 }],
  [
    { authorizerUri: 'arn:aws:lambda:us-east-1:123456789012:function:f' },
    {
      message:
        'Invalid Authorizer URI: arn:aws:lambda:us-east-1:123456789012:function:f. Authorizer URI should be a valid API Gateway ARN that represents a Lambda function invocation.',
    },
  ],
])('refuses the authorizer %j', async (input, refusal) => {
  expect(await refusalOf(authorizer(input))).toMatchObject(refusal);
});

test('names of authorizers are unique, and there are ten at most', async () => {
  await authorizer();
  expect((await refusalOf(authorizer())).message).toBe(
    'Authorizer name must be unique. Authorizer a already exists in this RestApi.',
  );
  for (let i = 1; i < 10; i += 1) await authorizer({ name: `a${i}` });
  expect(await refusalOf(authorizer({ name: 'a10' }))).toMatchObject({ name: 'LimitExceededException', status: 429 });
  expect((await refusalOf(sandbox.gateway.send(new GetAuthorizersCommand({ restApiId: 'nope' })))).message).toBe(noApi);
});

test('an authorizer that a method uses stays', async () => {
  const { id: authorizerId } = await authorizer();
  const resourceId = await method({ authorizationType: 'CUSTOM', authorizerId }, true);
  const remove = () => sandbox.gateway.send(new DeleteAuthorizerCommand({ restApiId, authorizerId }));
  expect(await refusalOf(remove())).toEqual({
    name: 'ConflictException',
    message: "Cannot delete authorizer 'a', is referenced in method: GET//test",
    status: 409,
  });
  await removeMethod(resourceId);
  await remove();
});
