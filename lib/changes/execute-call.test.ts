import { CreateRestApiCommand } from '@aws-sdk/client-api-gateway';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { readGateway } from '@/lib/aws/api-gateway/read-gateway';
import type { Context } from '@/lib/context';
import type { OpenDb } from '@/lib/db/open-db';
import { testDb } from '@/lib/db/test-db';
import type { GatewayCall } from '@/lib/gateway/calls';
import { fromAws } from '@/lib/gateway/from-aws';
import type { Authorizer, GatewayIds, Method } from '@/lib/gateway/model';
import { type SandboxAws, sandboxAws } from '@/lib/testing/sandbox-aws';
import { executeCall } from './execute-call';

let box: SandboxAws;
let opened: OpenDb;
let ctx: Context;
beforeAll(async () => {
  [box, opened] = await Promise.all([sandboxAws(), testDb()]);
  ctx = { db: opened.db, aws: box.aws, actor: { kind: 'system', name: 'test' }, now: () => new Date() };
});
afterAll(async () => {
  await box.stop();
  await opened.close();
});
beforeEach(async () => {
  await box.admin('DELETE', 'faults');
  await box.admin('DELETE', 'calls');
});

const method: Method = {
  authorizationType: 'NONE',
  authorizer: null,
  authorizationScopes: [],
  apiKeyRequired: false,
  operationName: null,
  requestValidator: null,
  requestParameters: {},
  requestModels: {},
  responses: {},
  integration: null,
};
const authorizer: Authorizer = {
  type: 'COGNITO_USER_POOLS',
  providerArns: ['arn:aws:cognito-idp:us-east-1:123456789012:userpool/us-east-1_abcdefghi'],
  uri: null,
  credentials: null,
  identitySource: 'method.request.header.Authorization',
  identityValidationExpression: null,
  resultTtl: 300,
  authType: null,
};
const createOrders: GatewayCall = { operation: 'CreateResource', path: '/orders' };
const putOrders: GatewayCall = { operation: 'PutMethod', path: '/orders', verb: 'GET', method };

async function read(ids: GatewayIds) {
  return fromAws((await readGateway(ctx.aws, ids.restApiId)).raw);
}

/** A new API on which the calls were executed. */
async function apiWith(...calls: GatewayCall[]): Promise<GatewayIds> {
  const api = await ctx.aws.apiGateway.send(
    new CreateRestApiCommand({ name: 'shared', endpointConfiguration: { types: ['REGIONAL'] } }),
  );
  const ids = {
    restApiId: api.id ?? '',
    resources: { '/': api.rootResourceId ?? '' },
    authorizers: {},
    validators: {},
  };
  return execute(ids, ...calls);
}

async function execute(ids: GatewayIds, ...calls: GatewayCall[]): Promise<GatewayIds> {
  let now = ids;
  for (const call of calls) now = await executeCall(ctx, now, call);
  return now;
}

describe('names become ids, and ids grow and shrink', () => {
  test('a route with what it needs, made and taken away', async () => {
    const ids = await apiWith(
      createOrders,
      { operation: 'CreateResource', path: '/orders/{id}' },
      { operation: 'CreateAuthorizer', name: 'pool', authorizer },
      { operation: 'CreateRequestValidator', name: 'all', validator: { validateBody: true, validateParameters: true } },
      {
        operation: 'PutMethod',
        path: '/orders/{id}',
        verb: 'POST',
        method: { ...method, authorizationType: 'COGNITO_USER_POOLS', authorizer: 'pool', requestValidator: 'all' },
      },
    );
    const made = await read(ids);
    expect(made.ids).toEqual(ids);
    expect(made.snapshot.resources['/orders/{id}']?.methods.POST).toMatchObject({
      authorizer: 'pool',
      requestValidator: 'all',
    });
    const left = await execute(
      ids,
      {
        operation: 'CreateRequestValidator',
        name: 'body',
        validator: { validateBody: true, validateParameters: false },
      },
      {
        operation: 'UpdateMethod',
        path: '/orders/{id}',
        verb: 'POST',
        patches: [{ op: 'replace', path: '/requestValidatorId', value: { validator: 'body' } }],
      },
      { operation: 'DeleteRequestValidator', name: 'all' },
    );
    const changed = await read(left);
    expect(changed.ids).toEqual(left);
    expect(Object.keys(left.validators)).toEqual(['body']);
    expect(changed.snapshot.resources['/orders/{id}']?.methods.POST?.requestValidator).toBe('body');
    const bare = await execute(
      left,
      { operation: 'DeleteResource', path: '/orders' },
      { operation: 'DeleteAuthorizer', name: 'pool' },
      { operation: 'DeleteRequestValidator', name: 'body' },
    );
    expect(bare).toEqual({ ...ids, resources: { '/': ids.resources['/'] }, authorizers: {}, validators: {} });
    expect((await read(bare)).ids).toEqual(bare);
  });

  test('models refer to each other by the API that they are in', async () => {
    const schema = '{"items":{"$ref":"#/components/schemas/One"},"type":"array"}';
    const one = {
      contentType: 'application/json',
      description: null,
      schema: '{"properties":{"a":{}},"type":"object"}',
    };
    const ids = await apiWith(
      { operation: 'CreateModel', name: 'One', model: one },
      { operation: 'CreateModel', name: 'Many', model: { ...one, schema } },
    );
    expect((await read(ids)).snapshot.models.Many?.schema).toBe(schema);
    const changed = '{"properties":{"one":{"$ref":"#/components/schemas/One"}},"type":"object"}';
    await execute(ids, {
      operation: 'UpdateModel',
      name: 'Many',
      patches: [{ op: 'replace', path: '/schema', value: changed }],
    });
    expect((await read(ids)).snapshot.models.Many?.schema).toBe(changed);
  });

  test('what a call is about has gone: a sentence', async () => {
    const ids = await apiWith();
    await expect(executeCall(ctx, ids, putOrders)).rejects.toMatchObject({
      code: 'conflict',
      message: 'The path /orders is not on the gateway any more.',
    });
  });
});

describe('what is to go and is not there is gone', () => {
  test.each<GatewayCall>([
    { operation: 'DeleteResource', path: '/nope' },
    { operation: 'DeleteMethod', path: '/nope', verb: 'GET' },
    { operation: 'DeleteMethod', path: '/', verb: 'GET' },
    { operation: 'DeleteIntegration', path: '/', verb: 'GET' },
    { operation: 'DeleteMethodResponse', path: '/', verb: 'GET', status: '200' },
    { operation: 'DeleteIntegrationResponse', path: '/', verb: 'GET', status: '200' },
    { operation: 'DeleteAuthorizer', name: 'constructor' },
    { operation: 'DeleteModel', name: 'Nope' },
    { operation: 'DeleteRequestValidator', name: 'nope' },
    { operation: 'DeleteGatewayResponse', type: 'UNAUTHORIZED' },
  ])('$operation', async (call) => {
    const ids = await apiWith();
    expect(await executeCall(ctx, ids, call)).toEqual(ids);
  });
});

/** Calls that must not be sent twice unseen, each with what has to be there before. */
const once: [GatewayCall, GatewayCall[]][] = [
  [createOrders, []],
  [putOrders, [createOrders]],
  [
    {
      operation: 'PutMethodResponse',
      path: '/orders',
      verb: 'GET',
      status: '200',
      response: { parameters: {}, models: {} },
    },
    [createOrders, putOrders],
  ],
  [{ operation: 'CreateAuthorizer', name: 'pool', authorizer }, []],
  [
    { operation: 'CreateRequestValidator', name: 'all', validator: { validateBody: true, validateParameters: true } },
    [],
  ],
  [
    {
      operation: 'CreateModel',
      name: 'One',
      model: { contentType: 'application/json', description: 'one', schema: '{"properties":{"a":{}},"type":"object"}' },
    },
    [],
  ],
  [{ operation: 'UpdateRestApi', patches: [{ op: 'add', path: '/binaryMediaTypes/image~1png' }] }, []],
  [
    {
      operation: 'UpdateMethod',
      path: '/orders',
      verb: 'GET',
      patches: [
        { op: 'remove', path: '/requestParameters/method.request.header.X-A' },
        { op: 'replace', path: '/operationName', value: 'list' },
      ],
    },
    [
      createOrders,
      { ...putOrders, method: { ...method, requestParameters: { 'method.request.header.X-A': false } } } as GatewayCall,
    ],
  ],
];

describe('an answer that was lost', () => {
  test.each(once.map(([call, before]) => [call.operation, call, before] as const))(
    '%s that happened is not made again',
    async (operation, call, before) => {
      const ids = await apiWith(...before);
      await box.admin('DELETE', 'calls');
      await box.fault({ service: 'apigateway', operation, kind: 'reset-after', count: 1 });
      const after = await executeCall(ctx, ids, call);
      expect(await box.calls(operation)).toHaveLength(1);
      const now = await readGateway(ctx.aws, ids.restApiId);
      expect(after).toEqual(fromAws(now.raw).ids);
      expect(now.raw.authorizers?.length).toBe(operation === 'CreateAuthorizer' ? 1 : 0);
    },
  );

  test.each(once.map(([call, before]) => [call.operation, call, before] as const))(
    '%s that did not happen is made',
    async (operation, call, before) => {
      const ids = await apiWith(...before);
      const plain = await apiWith(...before);
      await execute(plain, call);
      await box.fault({ service: 'apigateway', operation, kind: 'reset-before', count: 1 });
      const after = await executeCall(ctx, ids, call);
      expect((await read(after)).snapshot).toEqual((await read(plain)).snapshot);
      expect(after).toEqual((await read(after)).ids);
    },
  );

  test('and AWS stays silent: the first failure is told', async () => {
    const ids = await apiWith();
    await box.fault({ service: 'apigateway', operation: '*', kind: 'reset-before' });
    await expect(executeCall(ctx, ids, createOrders)).rejects.toMatchObject({
      kind: 'unreachable',
      operation: 'CreateResource',
      retryable: true,
    });
  });
});

describe('something of that name is there already', () => {
  test('just as wanted: done', async () => {
    const ids = await apiWith(createOrders, putOrders);
    expect(await execute({ ...ids, resources: { '/': ids.resources['/'] ?? '' } }, createOrders)).toEqual(ids);
    expect(await execute(ids, putOrders)).toEqual(ids);
  });

  test('other than wanted: told', async () => {
    const ids = await apiWith(createOrders, putOrders);
    const other: GatewayCall = { ...putOrders, method: { ...method, apiKeyRequired: true } };
    await expect(executeCall(ctx, ids, other)).rejects.toMatchObject({
      kind: 'conflict',
      message: 'The resource already has this method.',
    });
  });
});
