import { expect, test } from 'vitest';
import { emptySnapshot } from '@/lib/gateway/defaults';
import type { Snapshot } from '@/lib/gateway/model';
import { type FromOpenApiOptions, fromOpenApi } from './from-open-api';
import type { Json } from './json';

function read(document: unknown, options?: FromOpenApiOptions): { snapshot: Snapshot; warnings: string[] } {
  const result = fromOpenApi(document, options);
  if ('problems' in result) throw new Error(JSON.stringify(result.problems));
  return result;
}

function problemsOf(document: unknown, options?: FromOpenApiOptions): string[] {
  const result = fromOpenApi(document, options);
  return 'problems' in result ? result.problems.map(({ path, sentence }) => `${path}: ${sentence}`) : [];
}

const lambdaUri =
  'arn:aws:apigateway:eu-west-1:lambda:path/2015-03-31/functions/arn:aws:lambda:eu-west-1:123456789012:function:check/invocations';
const mock = { type: 'mock', requestTemplates: { 'application/json': '{"statusCode": 200}' } };
const openApi = (paths: Json, more: Json = {}): Json => ({
  openapi: '3.0.1',
  info: { title: 'shop', version: '1.0' },
  paths,
  ...more,
});
const operation = (more: Json = {}): Json =>
  openApi({ '/orders': { get: { 'x-amazon-apigateway-integration': mock, ...more } } });
const getOrders = (snapshot: Snapshot) => snapshot.resources['/orders']?.methods.GET;

test('Swagger 2.0 in YAML, as people write it', () => {
  const { snapshot, warnings } = read(
    `
swagger: "2.0"
info: { title: shop, description: All orders, version: 1.0 }
basePath: /v1
schemes: [https]
consumes: [application/json, text/csv]
x-amazon-apigateway-request-validators:
  all: { validateRequestBody: true, validateRequestParameters: true }
  none: { validateRequestBody: false, validateRequestParameters: false }
x-amazon-apigateway-request-validator: all
securityDefinitions:
  key: { type: apiKey, name: X-API-Key, in: header }
  iam: { type: apiKey, name: Authorization, in: header, x-amazon-apigateway-authtype: awsSigv4 }
  check:
    type: apiKey
    name: X-Token
    in: header
    x-amazon-apigateway-authtype: custom
    x-amazon-apigateway-authorizer: { type: token, authorizerUri: "${lambdaUri}" }
paths:
  /orders/{id}:
    parameters:
      - { name: id, in: path, required: true, type: string }
    post:
      operationId: PutOrder
      security: [{ check: [] }, { key: [] }]
      parameters:
        - { name: dry, in: query, type: string }
        - { name: X-Tenant, in: header, required: true, type: string }
        - { name: order, in: body, schema: { $ref: "#/definitions/Order" } }
      responses:
        200:
          description: done
          schema: { $ref: "#/definitions/Order" }
          headers: { X-Id: { type: string } }
      x-amazon-apigateway-integration:
        type: http
        httpMethod: PUT
        uri: https://a.example.com/{id}
        requestParameters: { integration.request.path.id: method.request.path.id }
        responses:
          default: { statusCode: 200, responseParameters: { method.response.header.X-Id: integration.response.header.id } }
          4\\d\\d: { statusCode: "400" }
    x-amazon-apigateway-any-method:
      security: [{ iam: [] }]
      x-amazon-apigateway-request-validator: none
      x-amazon-apigateway-integration: { type: HTTP_PROXY, httpMethod: ANY, uri: https://b.example.com, timeoutInMillis: "5000" }
definitions:
  Order: { type: object, properties: { lines: { type: array, items: { $ref: "#/definitions/Line" } } } }
  Line: { type: object }
`,
  );
  expect(warnings).toEqual([]);
  const methods = snapshot.resources['/orders/{id}']?.methods;
  expect(methods?.POST).toMatchObject({
    authorizationType: 'CUSTOM',
    authorizer: 'check',
    apiKeyRequired: true,
    operationName: 'PutOrder',
    requestValidator: 'all',
    requestParameters: {
      'method.request.path.id': true,
      'method.request.querystring.dry': false,
      'method.request.header.X-Tenant': true,
    },
    requestModels: { 'application/json': 'Order', 'text/csv': 'Order' },
    responses: {
      '200': { parameters: { 'method.response.header.X-Id': false }, models: { 'application/json': 'Order' } },
    },
  });
  expect(methods?.POST?.integration?.responses).toMatchObject({
    '200': { selectionPattern: null },
    '400': { selectionPattern: '4\\d\\d' },
  });
  expect(methods?.ANY).toMatchObject({
    authorizationType: 'AWS_IAM',
    requestValidator: 'none',
    integration: { type: 'HTTP_PROXY', httpMethod: 'ANY', timeoutMs: 5_000 },
  });
  expect(snapshot.authorizers.check).toMatchObject({
    type: 'TOKEN',
    identitySource: 'method.request.header.X-Token',
    resultTtl: 300,
  });
  expect(snapshot.models.Order?.schema).toContain('"$ref":"#/components/schemas/Line"');
  expect(snapshot.api).toMatchObject({ name: 'shop', description: 'All orders' });
});

test("AWS's defaults in its own export say nothing", () => {
  const integration = {
    ...mock,
    cacheNamespace: 'abc123',
    timeoutInMillis: 29_000,
    passthroughBehavior: 'when_no_match',
  };
  const document = operation({ 'x-amazon-apigateway-integration': integration });
  const { snapshot } = read(document, { resourceIds: { '/orders': 'abc123' } });
  expect(getOrders(snapshot)?.integration).toMatchObject({ cacheNamespace: null, timeoutMs: 29_000 });
  expect(getOrders(read(document).snapshot)?.integration?.cacheNamespace).toBe('abc123');
});

test("what AWS's export does to a model, and what it can not say, is taken from the gateway", () => {
  const base = emptySnapshot('shop');
  const schema = { $schema: 'http://json-schema.org/draft-04/schema#', type: 'object' };
  base.models.Order = { contentType: 'text/x-order', description: 'An order', schema: JSON.stringify(schema) };
  base.api = { ...base.api, endpointType: 'PRIVATE', executeApiDisabled: true };
  const same = openApi({}, { components: { schemas: { Order: { type: 'object', description: 'An order' } } } });
  expect(read(same, { base }).snapshot.models.Order).toEqual(base.models.Order);
  expect(read(same, { base }).snapshot.api).toMatchObject({ endpointType: 'PRIVATE', executeApiDisabled: true });
  const other = openApi({}, { components: { schemas: { Order: { type: 'array', description: 'An order' } } } });
  expect(read(other, { base }).snapshot.models.Order).toMatchObject({
    description: 'An order',
    schema: '{"description":"An order","type":"array"}',
  });
});

test('schemas within operations become models, plain types do not', () => {
  const body = (schema: Json) => ({ content: { 'application/json': { schema } } });
  const { snapshot, warnings } = read(
    operation({
      requestBody: body({ type: 'object', properties: { a: {} } }),
      responses: { 200: { description: '', ...body({ type: 'string' }) } },
    }),
  );
  expect(getOrders(snapshot)?.requestModels).toEqual({ 'application/json': 'GetOrdersRequest' });
  expect(snapshot.models.GetOrdersRequest?.schema).toContain('properties');
  expect(getOrders(snapshot)?.responses).toEqual({ '200': { parameters: {}, models: {} } });
  expect(warnings).toEqual([expect.stringContaining('plain type')]);
});

test.each<[string, 'ignore' | 'prepend' | 'split', string]>([
  ['swagger', 'ignore', '/orders'],
  ['swagger', 'prepend', '/stage/v1/orders'],
  ['swagger', 'split', '/v1/orders'],
  ['openapi', 'prepend', '/stage/v1/orders'],
  ['openapi variable', 'split', '/v1/orders'],
])('the base path of %s: %s gives %s', (kind, basePath, path) => {
  const server =
    kind === 'openapi'
      ? { url: 'https://a.example.com/stage/v1' }
      : { url: 'https://a.example.com/{basePath}', variables: { basePath: { default: '/stage/v1' } } };
  const { openapi: _version, ...rest } = operation();
  const document =
    kind === 'swagger' ? { ...rest, swagger: '2.0', basePath: '/stage/v1' } : { ...operation(), servers: [server] };
  expect(Object.keys(read(document, { basePath }).snapshot.resources)).toContain(path);
});

test('every problem has a place and a sentence', () => {
  expect(problemsOf(operation({ security: [{ gone: [] }] }))).toEqual([
    'paths./orders.get.security.0.gone: The document has no security scheme gone.',
  ]);
  expect(problemsOf(operation({ 'x-amazon-apigateway-integration': { type: 'ftp', uri: 'x' } }))).toEqual([
    expect.stringContaining('paths./orders.get.x-amazon-apigateway-integration.type: One of HTTP, '),
  ]);
  expect(problemsOf(operation({ parameters: [{ $ref: '#/components/parameters/Gone' }] }))).toEqual([
    'paths./orders.get.parameters.0: #/components/parameters/Gone is not in the document.',
  ]);
  expect(problemsOf(operation({ 'x-amazon-apigateway-request-validator': 'all' }))).toEqual([
    expect.stringContaining('There is no request validator all.'),
  ]);
  expect(problemsOf(openApi({ '/a b': {} }))).toEqual([expect.stringContaining('paths./a b: Parts of paths')]);
  const twice = { ...mock, responses: { default: { statusCode: '200' }, '5..': { statusCode: '200' } } };
  expect(problemsOf(operation({ 'x-amazon-apigateway-integration': twice }))).toEqual([
    expect.stringContaining('responses.5..: Another response has the status 200'),
  ]);
  expect(problemsOf('openapi: 3.0.1\npaths: {')).toEqual([expect.stringMatching(/^line 2, column \d+: Neither/)]);
  expect(problemsOf('openapi: 3.1.0')).toEqual([expect.stringContaining('not "3.1.0"')]);
  expect(problemsOf('[]')).toEqual([expect.stringMatching(/^: This is no OpenAPI document/)]);
  expect(problemsOf('')).toEqual([': The document is empty.']);
});

test('what API Gateway ignores is said once each, with its place', () => {
  const schemas = {
    A: { type: 'object', nullable: true, properties: { example: { type: 'string', example: 'x' } } },
    B: { type: 'object', nullable: true },
  };
  const { warnings } = read(
    openApi(
      {
        '/orders/': {
          get: {
            responses: { default: { description: '', headers: {} } },
            parameters: [{ name: 'c', in: 'cookie' }],
            security: [{ oauth: [] }],
          },
          trace: {},
        },
      },
      {
        security: [{ oauth: [] }],
        components: { schemas, securitySchemes: { oauth: { type: 'oauth2', flows: {} } } },
        'x-amazon-apigateway-cors': {},
      },
    ),
  );
  expect(warnings).toEqual([
    'security: API Gateway ignores security at the root: it counts at each operation only.',
    'components.schemas.A.nullable: API Gateway ignores nullable in models.',
    'components.schemas.A.properties.example.example: API Gateway ignores example in models.',
    expect.stringContaining('it becomes /orders.'),
    expect.stringContaining('no integration yet'),
    expect.stringContaining('the route stays open'),
    expect.stringContaining('no parameters in: cookie'),
    expect.stringContaining('none for "default"'),
    expect.stringContaining('knows no method trace'),
    expect.stringContaining('HTTP APIs'),
  ]);
});

test('the policy of an export is that of any API', () => {
  const resource = 'arn:aws:execute-api:eu-west-1:123456789012:abc123/prod/GET/x';
  const policy = { Statement: [{ Effect: 'Allow', Resource: [resource, resource.replace('abc123', 'other1')] }] };
  const servers = [{ url: 'https://abc123.execute-api.eu-west-1.amazonaws.com/{basePath}' }];
  const { snapshot } = read({ ...operation(), servers, 'x-amazon-apigateway-policy': policy });
  expect(JSON.parse(snapshot.api.policy ?? '').Statement[0].Resource).toEqual([
    'execute-api:/prod/GET/x',
    'arn:aws:execute-api:eu-west-1:123456789012:other1/prod/GET/x',
  ]);
});

test('a policy that would go with the rest is announced', () => {
  const base = emptySnapshot('shop');
  base.api.policy = '{"Version":"2012-10-17"}';
  const overwrite = read(operation(), { base, mode: 'overwrite' });
  expect(overwrite.snapshot.api.policy).toBeNull();
  expect(overwrite.warnings).toEqual(["The document: It has no resource policy: the gateway's own goes."]);
  expect(read(operation(), { base, mode: 'merge' }).snapshot.api.policy).toBe(base.api.policy);
});
