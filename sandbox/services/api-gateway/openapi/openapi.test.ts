import {
  CreateAuthorizerCommand,
  CreateDeploymentCommand,
  CreateModelCommand,
  CreateRequestValidatorCommand,
  CreateResourceCommand,
  GetExportCommand,
  GetIntegrationCommand,
  GetModelCommand,
  GetResourcesCommand,
  GetRestApiCommand,
  ImportRestApiCommand,
  type Integration,
  type Method,
  PutGatewayResponseCommand,
  PutIntegrationCommand,
  PutIntegrationResponseCommand,
  PutMethodCommand,
  PutMethodResponseCommand,
  PutRestApiCommand,
  UpdateRestApiCommand,
} from '@aws-sdk/client-api-gateway';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { parse } from 'yaml';
import { createTestApi, refusalOf, startTestSandbox, type TestSandbox } from '../../../test-sandbox';

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

let sandbox: TestSandbox;
beforeAll(async () => {
  sandbox = await startTestSandbox();
});
afterAll(() => sandbox.stop());

const lambda =
  'arn:aws:apigateway:us-east-1:lambda:path/2015-03-31/functions/arn:aws:lambda:us-east-1:123456789012:function:orders/invocations';
const role = 'arn:aws:iam::123456789012:role/caller';

/** One method of every kind, by what it shows. */
const methods: Record<string, { method?: Method; integration: Integration; responses?: string[] }> = {
  'http proxy with mappings': {
    method: {
      requestParameters: { 'method.request.path.proxy': true, 'method.request.header.X-Tenant': false },
      operationName: 'proxied',
    },
    integration: {
      type: 'HTTP_PROXY',
      httpMethod: 'ANY',
      // biome-ignore lint/suspicious/noTemplateCurlyInString: it is AWS's syntax.
      uri: 'https://${stageVariables.host}/{proxy}',
      requestParameters: {
        'integration.request.path.proxy': 'method.request.path.proxy',
        'integration.request.header.X-Tenant': 'context.domainName',
      },
      cacheKeyParameters: ['method.request.path.proxy'],
      timeoutInMillis: 5000,
      tlsConfig: { insecureSkipVerification: true },
    },
  },
  'http with templates and responses': {
    method: { requestModels: { 'application/json': 'Order', 'text/plain': 'Empty' }, apiKeyRequired: true },
    integration: {
      type: 'HTTP',
      httpMethod: 'POST',
      uri: 'http://back.end/x',
      requestTemplates: { 'application/json': '{"a": $input.json(\'$\')}', 'text/plain': '' },
      passthroughBehavior: 'NEVER',
      contentHandling: 'CONVERT_TO_TEXT',
    },
    responses: ['200', '404'],
  },
  'vpc link': {
    integration: {
      type: 'HTTP_PROXY',
      httpMethod: 'GET',
      uri: 'http://inner/x',
      connectionType: 'VPC_LINK',
      // biome-ignore lint/suspicious/noTemplateCurlyInString: it is AWS's syntax.
      connectionId: '${stageVariables.link}',
    },
  },
  'vpc link v2': {
    integration: {
      type: 'HTTP_PROXY',
      httpMethod: 'GET',
      uri: 'http://inner/x',
      connectionType: 'VPC_LINK',
      connectionId: 'abc123',
      integrationTarget: 'arn:aws:elasticloadbalancing:us-east-1:123456789012:loadbalancer/app/a/b',
    },
  },
  'lambda proxy': { integration: { type: 'AWS_PROXY', httpMethod: 'POST', uri: lambda } },
  'lambda streamed': {
    integration: { type: 'AWS_PROXY', httpMethod: 'POST', uri: lambda, responseTransferMode: 'STREAM' },
  },
  's3 with a role': {
    method: { authorizationType: 'AWS_IAM' },
    integration: {
      type: 'AWS',
      httpMethod: 'GET',
      uri: 'arn:aws:apigateway:us-east-1:s3:path/bucket/key',
      credentials: role,
    },
    responses: ['200'],
  },
  'step functions behind an authorizer': {
    method: { authorizationType: 'CUSTOM', authorizerId: 'token' },
    integration: {
      type: 'AWS',
      httpMethod: 'POST',
      uri: 'arn:aws:apigateway:us-east-1:states:action/StartExecution',
      credentials: role,
      requestTemplates: { 'application/json': '{"input": "$util.escapeJavaScript($input.body)"}' },
    },
    responses: ['200'],
  },
  'mock for a user pool, validated': {
    method: {
      authorizationType: 'COGNITO_USER_POOLS',
      authorizerId: 'pool',
      authorizationScopes: ['orders/read'],
      requestValidatorId: 'body',
      requestParameters: { 'method.request.querystring.q': true },
    },
    integration: { type: 'MOCK', requestTemplates: { 'application/json': '{"statusCode": 200}' } },
    responses: ['200', '500'],
  },
  'request authorizer': {
    method: { authorizationType: 'CUSTOM', authorizerId: 'request' },
    integration: { type: 'MOCK' },
  },
};

/** An API with these methods and one of everything else, deployed to `prod`. */
async function makeApi(names: string[]): Promise<string> {
  const { gateway } = sandbox;
  const { restApiId, root } = await createTestApi(sandbox);
  const ref = `https://apigateway.amazonaws.com/restapis/${restApiId}/models/Item`;
  const models = {
    Item: { type: 'object', properties: { id: { type: 'integer' } } },
    Order: { $schema: 'http://json-schema.org/draft-04/schema#', type: 'array', items: { $ref: ref } },
  };
  for (const [name, schema] of Object.entries(models))
    await gateway.send(
      new CreateModelCommand({
        restApiId,
        name,
        contentType: 'application/json',
        schema: JSON.stringify(schema),
        description: `${name} of a shop`,
      }),
    );
  const { id: body } = await gateway.send(
    new CreateRequestValidatorCommand({ restApiId, name: 'body only', validateRequestBody: true }),
  );
  const authorizer = async (input: Partial<ConstructorParameters<typeof CreateAuthorizerCommand>[0]>) =>
    (await gateway.send(new CreateAuthorizerCommand({ restApiId, name: 'x', type: 'TOKEN', ...input }))).id;
  const ids: Record<string, string | undefined> = {
    body,
    token: await authorizer({
      name: 'token',
      authorizerUri: lambda,
      identitySource: 'method.request.header.X-Token',
      identityValidationExpression: 'Bearer .+',
      authorizerResultTtlInSeconds: 60,
    }),
    request: await authorizer({
      name: 'request',
      type: 'REQUEST',
      authorizerUri: lambda,
      authorizerCredentials: role,
      identitySource: 'method.request.header.A,method.request.querystring.b',
    }),
    pool: await authorizer({
      name: 'pool',
      type: 'COGNITO_USER_POOLS',
      providerARNs: ['arn:aws:cognito-idp:us-east-1:123456789012:userpool/us-east-1_a'],
      identitySource: 'method.request.header.Authorization',
    }),
  };
  await gateway.send(
    new PutGatewayResponseCommand({
      restApiId,
      responseType: 'UNAUTHORIZED',
      statusCode: '403',
      responseParameters: { 'gatewayresponse.header.X-Why': "'token'" },
      responseTemplates: { 'application/json': '{"why": $context.error.messageString}' },
    }),
  );
  await gateway.send(new PutGatewayResponseCommand({ restApiId, responseType: 'DEFAULT_4XX' }));
  await gateway.send(
    new UpdateRestApiCommand({
      restApiId,
      patchOperations: [
        { op: 'add', path: '/binaryMediaTypes/image~1png' },
        { op: 'replace', path: '/minimumCompressionSize', value: '1024' },
        { op: 'replace', path: '/policy', value: '{"Version":"2012-10-17","Statement":[]}' },
      ],
    }),
  );
  await gateway.send(new CreateResourceCommand({ restApiId, parentId: root, pathPart: 'without-methods' }));
  for (const [index, name] of names.entries()) {
    const { method = {}, integration, responses = [] } = methods[name] ?? { integration: { type: 'MOCK' } };
    const greedy = Object.hasOwn(method.requestParameters ?? {}, 'method.request.path.proxy');
    const { id: parentId } = await gateway.send(
      new CreateResourceCommand({ restApiId, parentId: root, pathPart: `r${index}` }),
    );
    const { id: below } = greedy
      ? await gateway.send(new CreateResourceCommand({ restApiId, parentId, pathPart: '{proxy+}' }))
      : { id: parentId };
    const at = { restApiId, resourceId: below, httpMethod: index % 2 ? 'ANY' : 'POST' };
    const { authorizerId, requestValidatorId, ...rest } = method;
    await gateway.send(
      new PutMethodCommand({
        ...at,
        authorizationType: 'NONE',
        ...rest,
        authorizerId: ids[authorizerId ?? ''],
        requestValidatorId: ids[requestValidatorId ?? ''],
      }),
    );
    const { httpMethod: integrationHttpMethod, type, ...settings } = integration;
    await gateway.send(new PutIntegrationCommand({ ...at, type, ...settings, integrationHttpMethod }));
    for (const [order, statusCode] of responses.entries()) {
      await gateway.send(
        new PutMethodResponseCommand({
          ...at,
          statusCode,
          responseParameters: { 'method.response.header.X-A': true },
          responseModels: { 'application/json': order === 0 ? 'Order' : 'Error' },
        }),
      );
      await gateway.send(
        new PutIntegrationResponseCommand({
          ...at,
          statusCode,
          ...(order === 0 ? {} : { selectionPattern: `${statusCode}|5..`, contentHandling: 'CONVERT_TO_BINARY' }),
          responseParameters: { 'method.response.header.X-A': 'integration.response.header.a' },
          responseTemplates: { 'application/json': order === 0 ? '' : '{"x": 1}' },
        }),
      );
    }
  }
  await deploy(restApiId);
  return restApiId;
}

const deploy = (restApiId: string) =>
  sandbox.gateway.send(new CreateDeploymentCommand({ restApiId, stageName: 'prod' }));

async function exported(
  restApiId: string,
  exportType = 'oas30',
  accepts = 'application/json',
  extensions = 'apigateway',
) {
  const answer = await sandbox.gateway.send(
    new GetExportCommand({ restApiId, stageName: 'prod', exportType, accepts, parameters: { extensions } }),
  );
  return { ...answer, text: Buffer.from(answer.body ?? '').toString('utf8') };
}

const put = (restApiId: string, text: string, more: object = {}) =>
  sandbox.gateway.send(new PutRestApiCommand({ restApiId, body: Buffer.from(text), mode: 'overwrite', ...more }));

describe('GetExport -> PutRestApi -> GetExport', () => {
  it.each([
    ['oas30', 'application/json'],
    ['oas30', 'application/yaml'],
    ['swagger', 'application/json'],
    ['swagger', 'application/yaml'],
  ])('is the identity as %s in %s, with every kind of method', async (exportType, accepts) => {
    const restApiId = await makeApi(Object.keys(methods));
    const first = await exported(restApiId, exportType, accepts);
    await put(restApiId, first.text);
    await deploy(restApiId);
    expect((await exported(restApiId, exportType, accepts)).text).toBe(first.text);
  });

  it('is the identity for any mixture, also into an API of its own', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uniqueArray(fc.constantFrom(...Object.keys(methods)), { minLength: 1 }), async (names) => {
        const restApiId = await makeApi(names);
        const first = await exported(restApiId);
        const { id = '' } = await sandbox.gateway.send(new ImportRestApiCommand({ body: Buffer.from(first.text) }));
        await deploy(id);
        const second = await exported(id);
        expect(second.text.replaceAll(id, restApiId)).toBe(first.text);
      }),
      { numRuns: 6 },
    );
  });

  it('keeps what the control plane tells of integrations', async () => {
    const restApiId = await makeApi(Object.keys(methods));
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
    await put(restApiId, (await exported(restApiId)).text);
    expect(await tell()).toEqual(before);
  });
});

describe('GetExport', () => {
  it("writes AWS's form of a document", async () => {
    const restApiId = await makeApi(['http with templates and responses', 'step functions behind an authorizer']);
    const answer = await exported(restApiId);
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
        authorizerUri: lambda,
        identityValidationExpression: 'Bearer .+',
        authorizerResultTtlInSeconds: 60,
      },
    });
  });

  it('leaves extensions out that nobody asked for, and tells the deployment, not the working copy', async () => {
    const restApiId = await makeApi(['lambda proxy']);
    await sandbox.gateway.send(
      new UpdateRestApiCommand({ restApiId, patchOperations: [{ op: 'replace', path: '/name', value: 'later' }] }),
    );
    const bare = await exported(restApiId, 'swagger', 'application/yaml', '');
    expect(bare.contentDisposition).toContain('swagger_');
    expect(bare.text).not.toContain('x-amazon-apigateway-integration');
    expect(parse(bare.text)).toMatchObject({ swagger: '2.0', basePath: '/prod', info: { title: 'api' } });
    expect((await exported(restApiId, 'oas30', 'application/json', 'integrations')).text).toContain('aws_proxy');
    expect(await refusalOf(exported(restApiId, 'raml'))).toMatchObject({ name: 'BadRequestException' });
  });
});

const small = (more: object = {}, head: object = {}) =>
  JSON.stringify({
    openapi: '3.0.1',
    info: { title: 'small', version: '1' },
    ...head,
    paths: { '/a': { get: { responses: {}, 'x-amazon-apigateway-integration': { type: 'mock' } } }, ...more },
  });

describe('PutRestApi', () => {
  const pathsOf = async (restApiId: string) => {
    const { items = [] } = await sandbox.gateway.send(new GetResourcesCommand({ restApiId, limit: 500 }));
    return items.map(({ path }) => path).toSorted();
  };

  it('merges, or overwrites', async () => {
    const restApiId = await makeApi(['lambda proxy']);
    await put(restApiId, small(), { mode: 'merge' });
    expect(await pathsOf(restApiId)).toEqual(['/', '/a', '/r0', '/without-methods']);
    const merged = await sandbox.gateway.send(new GetRestApiCommand({ restApiId }));
    expect(merged).toMatchObject({ name: 'small', binaryMediaTypes: ['image/png'] });
    await put(restApiId, small());
    expect(await pathsOf(restApiId)).toEqual(['/', '/a']);
    expect(await sandbox.gateway.send(new GetRestApiCommand({ restApiId }))).not.toHaveProperty('binaryMediaTypes');
    expect((await sandbox.gateway.send(new GetModelCommand({ restApiId, modelName: 'Empty' }))).name).toBe('Empty');
  });

  it.each([
    ['ignore', ['/', '/a']],
    ['prepend', ['/', '/one', '/one/two', '/one/two/a']],
    ['split', ['/', '/two', '/two/a']],
  ])('with basepath=%s makes %j', async (basepath, paths) => {
    const { restApiId } = await createTestApi(sandbox);
    const servers = [{ url: 'https://host/{basePath}', variables: { basePath: { default: 'one/two' } } }];
    await put(restApiId, small({}, { servers }), { parameters: { basepath } });
    expect(await pathsOf(restApiId)).toEqual(paths);
  });

  it('tells of what it ignores, and refuses that when asked to', async () => {
    const { restApiId } = await createTestApi(sandbox);
    const text = small({ '/b': { get: { security: [{ nobody: [] }], responses: {} }, trace: {} } });
    const { warnings } = await put(restApiId, text);
    expect(warnings).toHaveLength(2);
    const refusal = await refusalOf(put(restApiId, text, { failOnWarnings: true }));
    expect(refusal.message).toMatch(/^Warnings found during import:\n\t/);
  });

  it('refuses a document as a whole, and changes nothing then', async () => {
    const { restApiId } = await createTestApi(sandbox);
    expect((await refusalOf(put(restApiId, 'nonsense'))).message).toBe('Invalid OpenAPI input.');
    const bad = {
      get: { responses: {}, 'x-amazon-apigateway-integration': { type: 'http', httpMethod: 'GET', uri: 'x' } },
    };
    expect((await refusalOf(put(restApiId, small({ '/': bad, '/{a}': {}, '/{b}': {} })))).message).toBe(
      'Errors found during import:\n' +
        "\tUnable to create resource at path '/{b}': A sibling ({a}) of this resource already has a variable path part -- only one is allowed\n" +
        "\tUnable to put integration on 'GET' for resource at path '/': Invalid HTTP endpoint specified for URI",
    );
    expect(await pathsOf(restApiId)).toEqual(['/']);
  });

  it('makes models of schemas written in place, and takes parameters from anywhere', async () => {
    const { restApiId } = await createTestApi(sandbox);
    const schema = { type: 'object', properties: { a: { type: 'string' } } };
    const operation = {
      parameters: [{ $ref: '#/components/parameters/q' }],
      requestBody: { content: { 'application/json': { schema } } },
      responses: { 200: { description: '', content: { 'application/json': { schema } } } },
      'x-amazon-apigateway-integration': {
        type: 'http_proxy',
        httpMethod: 'GET',
        uri: 'http://h/{id}',
        requestParameters: { 'integration.request.path.id': 'method.request.path.id' },
      },
    };
    const item = { parameters: [{ name: 'id', in: 'path', required: true }], get: operation };
    const components = { parameters: { q: { name: 'q', in: 'query' } } };
    await put(restApiId, small({ '/x/{id}': item }, { components }));
    const { items = [] } = await sandbox.gateway.send(
      new GetResourcesCommand({ restApiId, embed: ['methods'], limit: 500 }),
    );
    const resource = items.find(({ path }) => path === '/x/{id}');
    expect(resource?.resourceMethods?.GET).toMatchObject({
      requestParameters: { 'method.request.path.id': true, 'method.request.querystring.q': false },
      requestModels: { 'application/json': expect.stringMatching(/^MODEL[0-9a-f]{8}$/) },
    });
    const integration = await sandbox.gateway.send(
      new GetIntegrationCommand({ restApiId, resourceId: resource?.id, httpMethod: 'GET' }),
    );
    expect(integration).toMatchObject({ type: 'HTTP_PROXY', timeoutInMillis: 29_000, connectionType: 'INTERNET' });
  });
});
