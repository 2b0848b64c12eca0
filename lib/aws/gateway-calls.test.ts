import { CreateRestApiCommand, CreateVpcLinkCommand } from '@aws-sdk/client-api-gateway';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Integration, Method } from '@/lib/gateway/model';
import { type SandboxAws, sandboxAws } from '@/lib/testing/sandbox-aws';
import { createAuthorizer } from './api-gateway/create-authorizer';
import { createDeployment } from './api-gateway/create-deployment';
import { createModel } from './api-gateway/create-model';
import { createRequestValidator } from './api-gateway/create-request-validator';
import { createResource } from './api-gateway/create-resource';
import { createStage } from './api-gateway/create-stage';
import { deleteAuthorizer } from './api-gateway/delete-authorizer';
import { deleteGatewayResponse } from './api-gateway/delete-gateway-response';
import { deleteIntegration } from './api-gateway/delete-integration';
import { deleteIntegrationResponse } from './api-gateway/delete-integration-response';
import { deleteMethod } from './api-gateway/delete-method';
import { deleteMethodResponse } from './api-gateway/delete-method-response';
import { deleteModel } from './api-gateway/delete-model';
import { deleteRequestValidator } from './api-gateway/delete-request-validator';
import { deleteResource } from './api-gateway/delete-resource';
import { getDeployment } from './api-gateway/get-deployment';
import { getDeployments } from './api-gateway/get-deployments';
import { getExport } from './api-gateway/get-export';
import { getStage } from './api-gateway/get-stage';
import { getVpcLinks } from './api-gateway/get-vpc-links';
import type { MethodAddress } from './api-gateway/method-address';
import { putGatewayResponse } from './api-gateway/put-gateway-response';
import { putIntegration } from './api-gateway/put-integration';
import { putIntegrationResponse } from './api-gateway/put-integration-response';
import { putMethod } from './api-gateway/put-method';
import { putMethodResponse } from './api-gateway/put-method-response';
import { readGateway } from './api-gateway/read-gateway';
import { testInvokeMethod } from './api-gateway/test-invoke-method';
import { updateAuthorizer } from './api-gateway/update-authorizer';
import { updateGatewayResponse } from './api-gateway/update-gateway-response';
import { updateIntegration } from './api-gateway/update-integration';
import { updateIntegrationResponse } from './api-gateway/update-integration-response';
import { updateMethod } from './api-gateway/update-method';
import { updateMethodResponse } from './api-gateway/update-method-response';
import { updateModel } from './api-gateway/update-model';
import { updateRequestValidator } from './api-gateway/update-request-validator';
import { updateRestApi } from './api-gateway/update-rest-api';
import { updateStage } from './api-gateway/update-stage';
import { recordAwsCalls } from './call-scope';
import type { Aws } from './clients';
import { listFunctions } from './lambda/list-functions';
import { required } from './reshape';

let box: SandboxAws;
let aws: Aws;
beforeAll(async () => {
  box = await sandboxAws();
  aws = box.aws;
});
afterAll(() => box.stop());

const plainMethod: Omit<Method, 'responses' | 'integration'> = {
  authorizationType: 'NONE',
  authorizer: null,
  authorizationScopes: [],
  apiKeyRequired: false,
  operationName: null,
  requestValidator: null,
  requestParameters: {},
  requestModels: {},
};
const noIds = { authorizerId: null, requestValidatorId: null };
const mock: Integration = {
  type: 'MOCK',
  uri: null,
  httpMethod: null,
  credentials: null,
  connectionType: 'INTERNET',
  connectionId: null,
  integrationTarget: null,
  passthroughBehavior: 'WHEN_NO_MATCH',
  contentHandling: null,
  timeoutMs: 29_000,
  cacheNamespace: null,
  cacheKeyParameters: [],
  tlsInsecure: false,
  responseTransferMode: 'BUFFERED',
  requestParameters: {},
  requestTemplates: { 'application/json': '{"statusCode": 200}' },
  responses: {},
};
const http: Integration = {
  ...mock,
  type: 'HTTP',
  uri: 'http://127.0.0.1:9/{id}',
  httpMethod: 'POST',
  requestTemplates: {},
};

/** An API with `GET /{id}`, a mock that answers. */
async function gateway(): Promise<{ restApiId: string; rootId: string; at: MethodAddress }> {
  const api = await aws.apiGateway.send(
    new CreateRestApiCommand({ name: 'shared', endpointConfiguration: { types: ['REGIONAL'] } }),
  );
  const restApiId = required(api.id, 'id');
  const rootId = required(api.rootResourceId, 'rootResourceId');
  const resourceId = await createResource(aws, { restApiId, parentId: rootId, pathPart: '{id}' });
  const at = { restApiId, resourceId, verb: 'GET' as const };
  await putMethod(aws, at, { ...plainMethod, ...noIds });
  await putIntegration(aws, at, mock);
  await putMethodResponse(aws, { ...at, status: '200' }, { parameters: {}, models: {} });
  const response = {
    selectionPattern: null,
    contentHandling: null,
    parameters: {},
    templates: { 'application/json': '{"ok": true}' },
  };
  await putIntegrationResponse(aws, { ...at, status: '200' }, response);
  return { restApiId, rootId, at };
}

/** `GET /{id}` as AWS answers it. */
async function read({ restApiId, resourceId, verb }: MethodAddress) {
  const { raw } = await readGateway(aws, restApiId);
  return raw.resources?.find((resource) => resource.id === resourceId)?.resourceMethods?.[verb];
}

describe('routes', () => {
  test('a method keeps all it is given, then what patches make of it', async () => {
    const { restApiId, at } = await gateway();
    const validatorId = await createRequestValidator(aws, restApiId, 'all', {
      validateBody: true,
      validateParameters: true,
    });
    const authorizerId = await createAuthorizer(aws, restApiId, 'tokens', {
      type: 'REQUEST',
      providerArns: [],
      uri: 'arn:aws:apigateway:us-east-1:lambda:path/2015-03-31/functions/arn:aws:lambda:us-east-1:123456789012:function:auth/invocations',
      credentials: null,
      identitySource: 'method.request.header.Authorization',
      identityValidationExpression: null,
      resultTtl: 60,
      authType: null,
    });
    const post = { ...at, verb: 'POST' as const };
    await putMethod(aws, post, {
      ...plainMethod,
      authorizationType: 'CUSTOM',
      apiKeyRequired: true,
      operationName: 'make',
      requestParameters: { 'method.request.path.id': true, 'method.request.header.X-Id': false },
      requestModels: { 'application/json': 'Empty' },
      authorizerId,
      requestValidatorId: validatorId,
    });
    expect(await read(post)).toMatchObject({
      authorizationType: 'CUSTOM',
      authorizerId,
      apiKeyRequired: true,
      operationName: 'make',
      requestValidatorId: validatorId,
      requestParameters: { 'method.request.path.id': true, 'method.request.header.X-Id': false },
      requestModels: { 'application/json': 'Empty' },
    });
    await updateMethod(aws, post, [
      { op: 'replace', path: '/apiKeyRequired', value: 'false' },
      { op: 'remove', path: '/requestModels/application~1json' },
    ]);
    const changed = await read(post);
    expect(changed).toMatchObject({ apiKeyRequired: false, operationName: 'make' });
    expect(changed?.requestModels ?? {}).toEqual({});

    await updateAuthorizer(aws, { restApiId, authorizerId }, [
      { op: 'replace', path: '/authorizerResultTtlInSeconds', value: '120' },
    ]);
    await updateRequestValidator(aws, { restApiId, requestValidatorId: validatorId }, [
      { op: 'replace', path: '/validateRequestBody', value: 'false' },
    ]);
    const { raw } = await readGateway(aws, restApiId);
    expect(raw.authorizers).toMatchObject([{ id: authorizerId, authorizerResultTtlInSeconds: 120 }]);
    expect(raw.validators).toMatchObject([
      { id: validatorId, validateRequestBody: false, validateRequestParameters: true },
    ]);

    expect(await deleteMethod(aws, post)).toBe(true);
    expect(await deleteMethod(aws, post)).toBe(false);
    expect(await deleteAuthorizer(aws, { restApiId, authorizerId })).toBe(true);
    expect(await deleteAuthorizer(aws, { restApiId, authorizerId })).toBe(false);
    const validator = { restApiId, requestValidatorId: validatorId };
    expect(await deleteRequestValidator(aws, validator)).toBe(true);
    expect(await deleteRequestValidator(aws, validator)).toBe(false);
  });

  test('an integration and its responses: put, patched, deleted', async () => {
    const { at } = await gateway();
    const at200 = { ...at, status: '200' };
    await updateMethod(aws, at, [{ op: 'add', path: '/requestParameters/method.request.path.id', value: 'true' }]);
    await putIntegration(aws, at, {
      ...http,
      tlsInsecure: true,
      timeoutMs: 10_000,
      requestParameters: { 'integration.request.path.id': 'method.request.path.id' },
    });
    expect((await read(at))?.methodIntegration).toMatchObject({
      type: 'HTTP',
      uri: 'http://127.0.0.1:9/{id}',
      httpMethod: 'POST',
      connectionType: 'INTERNET',
      timeoutInMillis: 10_000,
      tlsConfig: { insecureSkipVerification: true },
      requestParameters: { 'integration.request.path.id': 'method.request.path.id' },
    });
    await updateIntegration(aws, at, [{ op: 'replace', path: '/timeoutInMillis', value: '5000' }]);
    await updateMethodResponse(aws, at200, [
      { op: 'add', path: '/responseParameters/method.response.header.X-Id', value: 'false' },
    ]);
    const response = { selectionPattern: '2..', contentHandling: null, parameters: {}, templates: {} };
    await putIntegrationResponse(aws, at200, response);
    await updateIntegrationResponse(aws, at200, [
      { op: 'add', path: '/responseParameters/method.response.header.X-Id', value: "'7'" },
    ]);
    expect((await read(at))?.methodIntegration).toMatchObject({
      timeoutInMillis: 5_000,
      integrationResponses: {
        '200': { selectionPattern: '2..', responseParameters: { 'method.response.header.X-Id': "'7'" } },
      },
    });
    for (const remove of [deleteIntegrationResponse, deleteMethodResponse]) {
      expect(await remove(aws, at200)).toBe(true);
      expect(await remove(aws, at200)).toBe(false);
    }
    expect(await deleteIntegration(aws, at)).toBe(true);
    expect(await deleteIntegration(aws, at)).toBe(false);
  });

  test('models, gateway responses and settings of the API', async () => {
    const { restApiId } = await gateway();
    const schema = '{"properties":{"id":{"type":"string"}},"type":"object"}';
    await createModel(aws, restApiId, 'Order', { contentType: 'application/json', description: 'one', schema });
    const list = '{"items":{"$ref":"#/components/schemas/Order"},"type":"array"}';
    await createModel(aws, restApiId, 'Orders', { contentType: 'application/json', description: null, schema: list });
    await updateModel(aws, { restApiId, modelName: 'Order' }, [{ op: 'replace', path: '/description', value: 'two' }]);
    await putGatewayResponse(
      aws,
      { restApiId, type: 'UNAUTHORIZED' },
      { status: '404', parameters: {}, templates: {} },
    );
    await updateGatewayResponse(aws, { restApiId, type: 'UNAUTHORIZED' }, [
      { op: 'add', path: '/responseParameters/gatewayresponse.header.X-Why', value: "'no'" },
    ]);
    await updateRestApi(aws, restApiId, [{ op: 'add', path: '/binaryMediaTypes/image~1png' }]);
    const { raw } = await readGateway(aws, restApiId);
    expect(raw.restApi).toMatchObject({ binaryMediaTypes: ['image/png'] });
    expect(raw.models?.find((model) => model.name === 'Order')).toMatchObject({ description: 'two' });
    expect(raw.models?.find((model) => model.name === 'Orders')?.schema).toContain(
      `restapis/${restApiId}/models/Order`,
    );
    expect(raw.gatewayResponses?.find((one) => one.responseType === 'UNAUTHORIZED')).toMatchObject({
      statusCode: '404',
      responseParameters: { 'gatewayresponse.header.X-Why': "'no'" },
    });
    for (const modelName of ['Orders', 'Order']) {
      expect(await deleteModel(aws, { restApiId, modelName })).toBe(true);
      expect(await deleteModel(aws, { restApiId, modelName })).toBe(false);
    }
    expect(await deleteGatewayResponse(aws, { restApiId, type: 'UNAUTHORIZED' })).toBe(true);
    expect(await deleteGatewayResponse(aws, { restApiId, type: 'UNAUTHORIZED' })).toBe(false);
  });

  test('a resource goes with all below it', async () => {
    const { restApiId, rootId } = await gateway();
    const resourceId = await createResource(aws, { restApiId, parentId: rootId, pathPart: 'a' });
    await createResource(aws, { restApiId, parentId: resourceId, pathPart: 'b' });
    expect(await deleteResource(aws, { restApiId, resourceId })).toBe(true);
    expect(await deleteResource(aws, { restApiId, resourceId })).toBe(false);
    const { resources } = await readGateway(aws, restApiId);
    expect(resources.map(({ path }) => path).sort()).toEqual(['/', '/{id}']);
  });

  test('as many resources as the quota allows are read whole', async () => {
    const { restApiId, rootId } = await gateway();
    const parts = Array.from({ length: 280 }, (_, n) => `r${n}`);
    await Promise.all(parts.map((pathPart) => createResource(aws, { restApiId, parentId: rootId, pathPart })));
    expect((await readGateway(aws, restApiId)).resources).toHaveLength(282);
  });
});

describe('what AWS refuses is said in words that help', () => {
  test.each<[string, (api: Awaited<ReturnType<typeof gateway>>) => Promise<unknown>, string, string]>([
    [
      'a second variable',
      ({ restApiId, rootId }) => createResource(aws, { restApiId, parentId: rootId, pathPart: '{other}' }),
      'conflict',
      'Another path variable stands beside this one; a path may branch into one variable only.',
    ],
    [
      'a child below a greedy variable',
      async ({ restApiId, rootId }) => {
        const a = await createResource(aws, { restApiId, parentId: rootId, pathPart: 'a' });
        const parentId = await createResource(aws, { restApiId, parentId: a, pathPart: '{proxy+}' });
        return createResource(aws, { restApiId, parentId, pathPart: 'b' });
      },
      'invalid',
      'A greedy path variable such as {proxy+} takes the rest of the path, so nothing can stand below it.',
    ],
    [
      'a path twice',
      ({ restApiId, rootId }) => createResource(aws, { restApiId, parentId: rootId, pathPart: '{id}' }),
      'conflict',
      'The gateway already has a resource of this path.',
    ],
    [
      'odd characters',
      ({ restApiId, rootId }) => createResource(aws, { restApiId, parentId: rootId, pathPart: 'a b' }),
      'invalid',
      'The path holds characters that API Gateway does not allow.',
    ],
    [
      'a method twice',
      ({ at }) => putMethod(aws, at, { ...plainMethod, ...noIds }),
      'conflict',
      'The resource already has this method.',
    ],
    [
      'an authorizer that is not there',
      ({ at }) => updateMethod(aws, at, [{ op: 'replace', path: '/authorizationType', value: 'CUSTOM' }]),
      'invalid',
      "The method's authorizer does not exist on the gateway.",
    ],
    [
      'an undeclared parameter',
      ({ at }) =>
        updateIntegration(aws, at, [
          { op: 'add', path: '/requestParameters/integration.request.header.X-A', value: 'method.request.header.X-A' },
        ]),
      'invalid',
      'A mapping uses a parameter that the method does not declare.',
    ],
    [
      'an answer without method response',
      ({ at }) =>
        putIntegrationResponse(
          aws,
          { ...at, status: '404' },
          {
            selectionPattern: '4..',
            contentHandling: null,
            parameters: { 'method.response.header.X': "'1'" },
            templates: {},
          },
        ),
      'invalid',
      'An answer of the integration has a status that the method does not declare.',
    ],
    [
      'a URL that is none',
      ({ at }) => putIntegration(aws, at, { ...http, uri: 'nowhere' }),
      'invalid',
      "The back end's URL is not one that API Gateway can call.",
    ],
    [
      'too much time',
      ({ at }) => putIntegration(aws, at, { ...http, uri: 'http://127.0.0.1:9/', timeoutMs: 600_000 }),
      'invalid',
      'The timeout is outside of what the account allows.',
    ],
    [
      'a model in use',
      async ({ restApiId, at }) => {
        const schema = '{"type":"object","properties":{"a":{}}}';
        await createModel(aws, restApiId, 'Used', { contentType: 'application/json', description: null, schema });
        await updateMethod(aws, at, [{ op: 'add', path: '/requestModels/application~1json', value: 'Used' }]);
        return deleteModel(aws, { restApiId, modelName: 'Used' });
      },
      'in-use',
      'Methods or models still refer to it.',
    ],
    [
      'a method without integration',
      async ({ restApiId, at }) => {
        await deleteIntegration(aws, at);
        return createDeployment(aws, { restApiId, stage: 'prod', description: null });
      },
      'invalid',
      "A method has no integration, so the working copy can't be deployed.",
    ],
    [
      'no methods',
      async ({ restApiId, at }) => {
        await deleteMethod(aws, at);
        return createDeployment(aws, { restApiId, stage: 'prod', description: null });
      },
      'invalid',
      'There is nothing to deploy: the gateway has no methods.',
    ],
    [
      'an unknown deployment',
      async ({ restApiId }) => {
        await createDeployment(aws, { restApiId, stage: 'prod', description: null });
        return updateStage(aws, { restApiId, stage: 'prod' }, [
          { op: 'replace', path: '/deploymentId', value: 'nope12' },
        ]);
      },
      'invalid',
      'The deployment does not exist any more.',
    ],
  ])('%s', async (_, call, kind, sentence) => {
    await expect(call(await gateway())).rejects.toMatchObject({ kind, message: sentence });
  });
});

describe('deployments and stages', () => {
  test('a deployment, a stage beside it, one rolled back', async () => {
    const { restApiId } = await gateway();
    expect(await getDeployments(aws, restApiId)).toEqual([]);
    const first = await createDeployment(aws, { restApiId, stage: 'prod', description: 'first' });
    const second = await createDeployment(aws, { restApiId, stage: 'prod', description: null });
    expect(first).toEqual({ id: expect.any(String), description: 'first', createdAt: expect.any(String) });
    expect((await getDeployments(aws, restApiId)).map(({ id }) => id).sort()).toEqual([first.id, second.id].sort());
    expect(await getDeployment(aws, { restApiId, deploymentId: first.id })).toEqual(first);
    expect(await getDeployment(aws, { restApiId, deploymentId: 'nope12' })).toBeNull();
    const variables = { backend: 'test.example.com' };
    const input = { restApiId, stage: 'test', deploymentId: first.id, description: 'for tests', variables };
    expect(await createStage(aws, input)).toMatchObject({ name: 'test', deploymentId: first.id, variables });
    await expect(createStage(aws, input)).rejects.toMatchObject({ kind: 'conflict' });
    const patch = [{ op: 'replace' as const, path: '/deploymentId', value: first.id }];
    const rolled = await updateStage(aws, { restApiId, stage: 'prod' }, patch);
    expect(rolled).toMatchObject({ name: 'prod', deploymentId: first.id });
    expect(await getStage(aws, { restApiId, stage: 'prod' })).toEqual(rolled);
    expect(await getStage(aws, { restApiId, stage: 'nope' })).toBeNull();
  });

  test('the export of a stage is what it serves', async () => {
    const { restApiId, at } = await gateway();
    await createDeployment(aws, { restApiId, stage: 'prod', description: null });
    await deleteMethod(aws, at);
    expect(await getExport(aws, { restApiId, stage: 'prod' })).toMatchObject({
      openapi: expect.stringMatching(/^3\.0/),
      paths: { '/{id}': { get: { 'x-amazon-apigateway-integration': { type: 'mock' } } } },
    });
    await expect(getExport(aws, { restApiId, stage: 'nope' })).rejects.toMatchObject({ kind: 'not-found' });
  });

  test('a method is tested once, whatever happens, and AWS has nothing new from it', async () => {
    const { at } = await gateway();
    const request = { pathWithQuery: '/7?a=1', headers: { 'X-A': ['1', '2'] }, body: null, stageVariables: {} };
    let changes = 0;
    const watched = box.door({ onChange: () => changes++ });
    expect(await testInvokeMethod(watched, at, request)).toMatchObject({
      status: 200,
      body: '{"ok": true}',
      headers: { 'Content-Type': ['application/json'] },
      log: expect.stringContaining('Method completed with status: 200'),
    });
    expect(changes).toBe(0);
    await box.admin('DELETE', 'calls');
    await box.fault({ service: 'apigateway', operation: 'TestInvokeMethod', kind: 'reset-after' });
    await expect(testInvokeMethod(aws, at, request)).rejects.toMatchObject({ kind: 'unreachable' });
    await box.admin('DELETE', 'faults');
    expect(await box.calls('TestInvokeMethod')).toHaveLength(1);
  });
});

describe('edits that are as good twice as once are repeated', () => {
  test.each<[string, boolean, (api: Awaited<ReturnType<typeof gateway>>) => Promise<unknown>]>([
    ['PutIntegration', true, ({ at }) => putIntegration(aws, at, mock)],
    ['DeleteMethod', true, ({ at }) => deleteMethod(aws, at)],
    ['UpdateMethod', true, ({ at }) => updateMethod(aws, at, [{ op: 'replace', path: '/operationName', value: 'x' }])],
    [
      'UpdateRestApi',
      false,
      ({ restApiId }) => updateRestApi(aws, restApiId, [{ op: 'add', path: '/binaryMediaTypes/a~1b' }]),
    ],
    ['PutMethod', false, ({ at }) => putMethod(aws, { ...at, verb: 'PUT' }, { ...plainMethod, ...noIds })],
    [
      'CreateDeployment',
      false,
      ({ restApiId }) => createDeployment(aws, { restApiId, stage: 'prod', description: null }),
    ],
  ])('%s: %s', async (operation, repeated, call) => {
    const api = await gateway();
    await box.fault({ service: 'apigateway', operation, kind: 'reset-after', count: 1 });
    const { ok, calls } = await recordAwsCalls(() => call(api));
    await box.admin('DELETE', 'faults');
    expect({ ok, attempts: calls.at(-1)?.attempts }).toEqual(
      repeated ? { ok: true, attempts: 2 } : { ok: false, attempts: 1 },
    );
  });
});

test('what integrations can point at: VPC links and functions', async () => {
  expect(await getVpcLinks(aws)).toEqual([]);
  const targetArns = ['arn:aws:elasticloadbalancing:us-east-1:123456789012:loadbalancer/net/inner/50dc6c495c0c9188'];
  await aws.apiGateway.send(new CreateVpcLinkCommand({ name: 'inner', targetArns }));
  expect(await getVpcLinks(aws)).toMatchObject([{ id: expect.any(String), name: 'inner', targetArns }]);
  expect(await listFunctions(aws)).toEqual(expect.any(Array));
});
