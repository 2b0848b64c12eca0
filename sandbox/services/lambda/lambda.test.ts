import {
  AddPermissionCommand,
  type AddPermissionCommandInput,
  DeleteFunctionCommand,
  GetFunctionCommand,
  GetFunctionConfigurationCommand,
  GetPolicyCommand,
  ListFunctionsCommand,
  RemovePermissionCommand,
} from '@aws-sdk/client-lambda';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { keyOf, scopeOf } from '../../scope';
import { State } from '../../state';
import { refusalOf, startTestSandbox, type TestSandbox } from '../../test-sandbox';

let sandbox: TestSandbox;
const arnOf = (name: string) => `arn:aws:lambda:us-east-1:123456789012:function:${name}`;
const names = Array.from({ length: 120 }, (_, i) => `f${String(i).padStart(3, '0')}`);

beforeAll(async () => {
  sandbox = await startTestSandbox();
  const state = State.open(`${sandbox.dataDir}/sandbox`);
  await state.write((tx) => {
    for (const name of names) {
      const stored = { name, arn: arnOf(name), runtime: 'nodejs22.x', description: `The function ${name}` };
      tx.put('functions', keyOf.function(scopeOf('us-east-1'), name), stored);
    }
  });
  await state.close();
});
afterAll(() => sandbox.stop());

test('functions come in pages of fifty, or of what was asked for', async () => {
  const pages: (string | undefined)[][] = [];
  let Marker: string | undefined;
  do {
    const answer = await sandbox.lambda.send(new ListFunctionsCommand({ Marker }));
    pages.push((answer.Functions ?? []).map((one) => one.FunctionName));
    Marker = answer.NextMarker;
  } while (Marker);
  expect(pages.map((page) => page.length)).toEqual([50, 50, 20]);
  expect(pages.flat()).toEqual(names);
  const { Functions = [] } = await sandbox.lambda.send(new ListFunctionsCommand({ MaxItems: 3 }));
  expect(Functions[2]).toMatchObject({
    FunctionName: 'f002',
    FunctionArn: arnOf('f002'),
    Runtime: 'nodejs22.x',
    Description: 'The function f002',
    State: 'Active',
  });
  expect(await refusalOf(sandbox.lambda.send(new ListFunctionsCommand({ MaxItems: 0 })))).toMatchObject({
    status: 400,
  });
});

test.each(['f000', arnOf('f000'), '123456789012:function:f000', `${arnOf('f000')}:$LATEST`])(
  'a function goes by %s',
  async (FunctionName) => {
    const { Configuration } = await sandbox.lambda.send(new GetFunctionCommand({ FunctionName }));
    const { $metadata: _, ...configuration } = await sandbox.lambda.send(
      new GetFunctionConfigurationCommand({ FunctionName }),
    );
    expect(Configuration).toEqual(configuration);
    expect(configuration).toMatchObject({ FunctionName: 'f000', FunctionArn: arnOf('f000') });
  },
);

test.each([
  ['nope', arnOf('nope')],
  ['f000:live', `${arnOf('f000')}:live`],
  [arnOf('f000').replace('us-east-1', 'eu-west-1'), arnOf('f000').replace('us-east-1', 'eu-west-1')],
])('there is no function %s', async (FunctionName, arn) => {
  expect(await refusalOf(sandbox.lambda.send(new GetFunctionCommand({ FunctionName })))).toEqual({
    name: 'ResourceNotFoundException',
    message: `Function not found: ${arn}`,
    status: 404,
  });
});

const allow = (more: Partial<AddPermissionCommandInput> = {}) =>
  sandbox.lambda.send(
    new AddPermissionCommand({
      FunctionName: 'f001',
      StatementId: 'gateway',
      Action: 'lambda:InvokeFunction',
      Principal: 'apigateway.amazonaws.com',
      SourceArn: 'arn:aws:execute-api:us-east-1:123456789012:abc/*/GET/orders',
      ...more,
    }),
  );
const policy = () => sandbox.lambda.send(new GetPolicyCommand({ FunctionName: 'f001' }));
const disallow = (StatementId: string) =>
  sandbox.lambda.send(new RemovePermissionCommand({ FunctionName: 'f001', StatementId }));

test('permissions: added, read, taken away', async () => {
  const none = {
    name: 'ResourceNotFoundException',
    message: 'The resource you requested does not exist.',
    status: 404,
  };
  expect(await refusalOf(policy())).toEqual(none);
  const statement = {
    Sid: 'gateway',
    Effect: 'Allow',
    Principal: { Service: 'apigateway.amazonaws.com' },
    Action: 'lambda:InvokeFunction',
    Resource: arnOf('f001'),
    Condition: { ArnLike: { 'AWS:SourceArn': 'arn:aws:execute-api:us-east-1:123456789012:abc/*/GET/orders' } },
  };
  const added = await allow();
  expect([added.$metadata.httpStatusCode, JSON.parse(added.Statement ?? '')]).toEqual([201, statement]);
  await allow({ StatementId: 'other', Principal: '210987654321', SourceArn: undefined, SourceAccount: '1' });
  const got = await policy();
  expect(JSON.parse(got.Policy ?? '')).toEqual({
    Version: '2012-10-17',
    Id: 'default',
    Statement: [
      statement,
      {
        Sid: 'other',
        Effect: 'Allow',
        Principal: { AWS: 'arn:aws:iam::210987654321:root' },
        Action: 'lambda:InvokeFunction',
        Resource: arnOf('f001'),
        Condition: { StringEquals: { 'AWS:SourceAccount': '1' } },
      },
    ],
  });
  expect(await refusalOf(allow())).toMatchObject({
    name: 'ResourceConflictException',
    message:
      'The statement id (gateway) provided already exists. Please provide a new statement id, or remove the existing statement.',
    status: 409,
  });
  expect((await disallow('gateway')).$metadata.httpStatusCode).toBe(204);
  expect((await policy()).RevisionId).not.toBe(got.RevisionId);
  expect(await refusalOf(disallow('gateway'))).toMatchObject({
    message: 'Statement gateway is not found in resource policy.',
    status: 404,
  });
  await disallow('other');
  expect(await refusalOf(policy())).toEqual(none);
});

test('malformed permissions are refused by the framework, all at once', async () => {
  expect(await refusalOf(allow({ Action: 'invoke', StatementId: 'a b' }))).toEqual({
    name: 'ValidationException',
    message:
      "2 validation errors detected: Value 'invoke' at 'action' failed to satisfy constraint: Member must satisfy regular expression pattern: (lambda:[*]|lambda:[a-zA-Z]+|[*]); " +
      "Value 'a b' at 'statementId' failed to satisfy constraint: Member must satisfy regular expression pattern: ([a-zA-Z0-9-_]+)",
    status: 400,
  });
});

test('functions are not made or deleted through this API', async () => {
  expect(await refusalOf(sandbox.lambda.send(new DeleteFunctionCommand({ FunctionName: 'f000' })))).toEqual({
    name: 'NotImplementedException',
    message: 'The sandbox has no behaviour for lambda DeleteFunction.',
    status: 501,
  });
});
