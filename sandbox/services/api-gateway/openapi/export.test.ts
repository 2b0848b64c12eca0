import { GetResourcesCommand, ImportRestApiCommand, UpdateRestApiCommand } from '@aws-sdk/client-api-gateway';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { parse } from 'yaml';
import { refusalOf, startTestSandbox, type TestSandbox } from '../../../test-sandbox';
import { deploy, exported, makeTestApi, putDocument, testFunctionUri, testMethods } from './test-api';

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

let sandbox: TestSandbox;
beforeAll(async () => {
  sandbox = await startTestSandbox();
});
afterAll(() => sandbox.stop());

describe('GetExport -> PutRestApi -> GetExport', () => {
  it.each([
    ['oas30', 'application/json'],
    ['oas30', 'application/yaml'],
    ['swagger', 'application/json'],
    ['swagger', 'application/yaml'],
  ])('is the identity as %s in %s, with every kind of method', async (exportType, accepts) => {
    const restApiId = await makeTestApi(sandbox, Object.keys(testMethods));
    const first = await exported(sandbox, restApiId, exportType, accepts);
    await putDocument(sandbox, restApiId, first.text);
    await deploy(sandbox, restApiId);
    expect((await exported(sandbox, restApiId, exportType, accepts)).text).toBe(first.text);
  });

  it('is the identity for any mixture, also into an API of its own', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.uniqueArray(fc.constantFrom(...Object.keys(testMethods)), { minLength: 1 }),
        async (names) => {
          const restApiId = await makeTestApi(sandbox, names);
          const first = await exported(sandbox, restApiId);
          const { id = '' } = await sandbox.gateway.send(new ImportRestApiCommand({ body: Buffer.from(first.text) }));
          await deploy(sandbox, id);
          const second = await exported(sandbox, id);
          expect(second.text.replaceAll(id, restApiId)).toBe(first.text);
        },
      ),
      { numRuns: 6 },
    );
  });

  it('keeps what the control plane tells of integrations', async () => {
    const restApiId = await makeTestApi(sandbox, Object.keys(testMethods));
    const tell = async () => {
      const { items = [] } = await sandbox.gateway.send(
        new GetResourcesCommand({ restApiId, embed: ['methods'], limit: 500 }),
      );
      const told = items.map(({ path, resourceMethods = {} }) => [
        path,
        Object.entries(resourceMethods).map(([verb, { methodIntegration }]) => [verb, methodIntegration]),
      ]);
      return Object.fromEntries(told.filter(([path]) => path !== '/without-methods'));
    };
    const before = await tell();
    await putDocument(sandbox, restApiId, (await exported(sandbox, restApiId)).text);
    expect(await tell()).toEqual(before);
  });
});

describe('GetExport', () => {
  it("writes AWS's form of a document", async () => {
    const restApiId = await makeTestApi(sandbox, [
      'http with templates and responses',
      'step functions behind an authorizer',
    ]);
    const answer = await exported(sandbox, restApiId);
    const document = JSON.parse(answer.text);
    expect(answer.contentType).toBe('application/octet-stream');
    expect(answer.contentDisposition).toMatch(/^attachment; filename="oas30_\d{4}-\d\d-\d\dT[\d:]+Z\.json"$/);
    expect(document).toMatchObject({
      openapi: '3.0.1',
      info: { title: 'api' },
      servers: [
        {
          url: `https://${restApiId}.execute-api.us-east-1.amazonaws.com/{basePath}`,
          variables: { basePath: { default: 'prod' } },
        },
      ],
      'x-amazon-apigateway-binary-media-types': ['image/png'],
      'x-amazon-apigateway-policy': {
        Statement: [{ Resource: `arn:aws:execute-api:us-east-1:123456789012:${restApiId}/prod/*` }],
      },
      'x-amazon-apigateway-request-validators': {
        'body only': { validateRequestBody: true, validateRequestParameters: false },
      },
    });
    expect(Object.keys(document.paths)).toEqual(['/r0', '/r1']);
    expect(document.paths['/r0'].post).toMatchObject({
      requestBody: {
        content: { 'application/json': { schema: { $ref: '#/components/schemas/Order' } } },
        required: true,
      },
      responses: { '404': { description: '404 response', headers: { 'X-A': { schema: { type: 'string' } } } } },
      security: [{ api_key: [] }],
      'x-amazon-apigateway-integration': {
        type: 'http',
        passthroughBehavior: 'never',
        responses: { default: { statusCode: '200' }, '404|5..': { statusCode: '404' } },
      },
    });
    expect(document.components.schemas.Order.items).toEqual({ $ref: '#/components/schemas/Item' });
    expect(document.components.securitySchemes.token).toEqual({
      type: 'apiKey',
      in: 'header',
      name: 'X-Token',
      'x-amazon-apigateway-authtype': 'custom',
      'x-amazon-apigateway-authorizer': {
        type: 'token',
        authorizerUri: testFunctionUri,
        identityValidationExpression: 'Bearer .+',
        authorizerResultTtlInSeconds: 60,
      },
    });
  });

  it('leaves extensions out that nobody asked for, and tells the deployment, not the working copy', async () => {
    const restApiId = await makeTestApi(sandbox, ['lambda proxy']);
    await sandbox.gateway.send(
      new UpdateRestApiCommand({ restApiId, patchOperations: [{ op: 'replace', path: '/name', value: 'later' }] }),
    );
    const bare = await exported(sandbox, restApiId, 'swagger', 'application/yaml', '');
    expect(bare.contentDisposition).toContain('swagger_');
    expect(bare.text).not.toContain('x-amazon-apigateway-integration');
    expect(parse(bare.text)).toMatchObject({ swagger: '2.0', basePath: '/prod', info: { title: 'api' } });
    expect((await exported(sandbox, restApiId, 'oas30', 'application/json', 'integrations')).text).toContain(
      'aws_proxy',
    );
    expect(await refusalOf(exported(sandbox, restApiId, 'raml'))).toMatchObject({ name: 'BadRequestException' });
  });
});
