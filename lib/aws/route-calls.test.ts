import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type SandboxAws, sandboxAws } from '@/lib/testing/sandbox-aws';
import { createAuthorizer } from './api-gateway/create-authorizer';
import { createDeployment } from './api-gateway/create-deployment';
import { createModel } from './api-gateway/create-model';
import { createRequestValidator } from './api-gateway/create-request-validator';
import { createResource } from './api-gateway/create-resource';
import { deleteAuthorizer } from './api-gateway/delete-authorizer';
import { deleteGatewayResponse } from './api-gateway/delete-gateway-response';
import { deleteIntegration } from './api-gateway/delete-integration';
import { deleteIntegrationResponse } from './api-gateway/delete-integration-response';
import { deleteMethod } from './api-gateway/delete-method';
import { deleteMethodResponse } from './api-gateway/delete-method-response';
import { deleteModel } from './api-gateway/delete-model';
import { deleteRequestValidator } from './api-gateway/delete-request-validator';
import { deleteResource } from './api-gateway/delete-resource';
import { putGatewayResponse } from './api-gateway/put-gateway-response';
import { putIntegration } from './api-gateway/put-integration';
import { putIntegrationResponse } from './api-gateway/put-integration-response';
import { putMethod } from './api-gateway/put-method';
import { readGateway } from './api-gateway/read-gateway';
import { updateAuthorizer } from './api-gateway/update-authorizer';
import { updateGatewayResponse } from './api-gateway/update-gateway-response';
import { updateIntegration } from './api-gateway/update-integration';
import { updateIntegrationResponse } from './api-gateway/update-integration-response';
import { updateMethod } from './api-gateway/update-method';
import { updateMethodResponse } from './api-gateway/update-method-response';
import { updateModel } from './api-gateway/update-model';
import { updateRequestValidator } from './api-gateway/update-request-validator';
import { updateRestApi } from './api-gateway/update-rest-api';
import { recordAwsCalls } from './call-scope';
import type { Aws } from './clients';
import { mapConcurrently } from './map-concurrently';
import { http, mock, noIds, plainMethod, readMethod, type TestGateway, testGateway } from './testing/test-gateway';

let box: SandboxAws;
let aws: Aws;
beforeAll(async () => {
  box = await sandboxAws();
  aws = box.aws;
});
afterAll(() => box.stop());

describe('routes', () => {
  test('a method keeps all it is given, then what patches make of it', async () => {
    const { restApiId, at } = await testGateway(aws);
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
    expect(await readMethod(aws, post)).toMatchObject({
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
    const changed = await readMethod(aws, post);
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
    const { at } = await testGateway(aws);
    const at200 = { ...at, status: '200' };
    await updateMethod(aws, at, [{ op: 'add', path: '/requestParameters/method.request.path.id', value: 'true' }]);
    await putIntegration(aws, at, {
      ...http,
      tlsInsecure: true,
      timeoutMs: 10_000,
      requestParameters: { 'integration.request.path.id': 'method.request.path.id' },
    });
    expect((await readMethod(aws, at))?.methodIntegration).toMatchObject({
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
    expect((await readMethod(aws, at))?.methodIntegration).toMatchObject({
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
    const { restApiId } = await testGateway(aws);
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
    const { restApiId, rootId } = await testGateway(aws);
    const resourceId = await createResource(aws, { restApiId, parentId: rootId, pathPart: 'a' });
    await createResource(aws, { restApiId, parentId: resourceId, pathPart: 'b' });
    expect(await deleteResource(aws, { restApiId, resourceId })).toBe(true);
    expect(await deleteResource(aws, { restApiId, resourceId })).toBe(false);
    const { resources } = await readGateway(aws, restApiId);
    expect(resources.map(({ path }) => path).sort()).toEqual(['/', '/{id}']);
  });

  test('as many resources as the quota allows are read whole', async () => {
    const { restApiId, rootId } = await testGateway(aws);
    const parts = Array.from({ length: 280 }, (_, n) => `r${n}`);
    await mapConcurrently(parts, 10, (pathPart) => createResource(aws, { restApiId, parentId: rootId, pathPart }));
    expect((await readGateway(aws, restApiId)).resources).toHaveLength(282);
  });
});

describe('edits that are as good twice as once are repeated', () => {
  test.each<[string, boolean, (api: TestGateway) => Promise<unknown>]>([
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
    const api = await testGateway(aws);
    await box.fault({ service: 'apigateway', operation, kind: 'reset-after', count: 1 });
    const { ok, calls } = await recordAwsCalls(() => call(api));
    await box.admin('DELETE', 'faults');
    expect({ ok, attempts: calls.at(-1)?.attempts }).toEqual(
      repeated ? { ok: true, attempts: 2 } : { ok: false, attempts: 1 },
    );
  });
});
