// biome-ignore-all lint/suspicious/noTemplateCurlyInString: AWS writes stage variables like that
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonicalise } from '@/lib/gateway/canonicalise';
import {
  emptyGatewayResponse,
  emptyIntegration,
  emptyIntegrationResponse,
  emptyMethod,
  emptySnapshot,
  emptyStage,
} from '@/lib/gateway/defaults';
import type { Integration, Method, Snapshot } from '@/lib/gateway/model';
import { snapshot } from '@/lib/gateway/testing/arbitraries';
import { lint } from './lint';

const proxy: Integration = { ...emptyIntegration('HTTP_PROXY'), uri: 'https://a.example/', httpMethod: 'GET' };
const http: Integration = {
  ...proxy,
  type: 'HTTP',
  responses: { 200: emptyIntegrationResponse(), 400: { ...emptyIntegrationResponse(), selectionPattern: '4\\d\\d' } },
};
const lambdaUri = (region = 'us-east-1', account = '123456789012') =>
  `arn:aws:apigateway:us-east-1:lambda:path/2015-03-31/functions/arn:aws:lambda:${region}:${account}:function:orders/invocations`;
const lambda: Integration = { ...emptyIntegration('AWS_PROXY'), uri: lambdaUri(), httpMethod: 'POST' };
const mock: Integration = {
  ...emptyIntegration('MOCK'),
  requestTemplates: { 'application/json': '{"statusCode": 200}' },
  responses: { 200: emptyIntegrationResponse() },
};
const responses: Method['responses'] = { 200: { parameters: {}, models: {} }, 400: { parameters: {}, models: {} } };

const method = (integration: Integration | null, fields: Partial<Method> = {}): Method => ({
  ...emptyMethod(),
  responses,
  integration,
  ...fields,
});

/** A gateway with `GET /orders/{id}` and whatever else. */
function gateway(get: Method, more: Partial<Snapshot> = {}): Snapshot {
  const { resources, ...rest } = more;
  return canonicalise({
    ...emptySnapshot('shop'),
    ...rest,
    resources: { '/orders/{id}': { methods: { GET: get } }, ...resources },
  });
}

const calls = (integration: Partial<Integration>, base: Integration = proxy, fields: Partial<Method> = {}) =>
  gateway(method({ ...base, ...integration }, fields));

const rulesOf = (from: Snapshot) => [...new Set(lint(from).map(({ rule, severity }) => `${severity} ${rule}`))];

describe('lint', () => {
  it.each<[string, Snapshot]>([
    [
      'error invalid-sibling',
      gateway(method(proxy), { resources: { '/orders/{key}': { methods: { GET: method(proxy) } } } }),
    ],
    [
      'error invalid-greedy',
      gateway(method(proxy), { resources: { '/a/{b+}/c': { methods: { GET: method(mock) } } } }),
    ],
    ['error invalid-reference', gateway(method(proxy, { requestValidator: 'none' }))],
    [
      'error invalid-reference',
      gateway(method(proxy, { responses: { 200: { parameters: {}, models: { 'text/plain': 'No' } } } })),
    ],
    ['error invalid-cache-key', calls({ cacheKeyParameters: ['method.request.querystring.q'] })],
    ['error invalid-authorizer', gateway(method(proxy, { authorizationType: 'CUSTOM' }))],
    ['error invalid-authorizer', gateway(method(proxy, { authorizationType: 'CUSTOM', authorizer: 'gone' }))],
    [
      'error invalid-authorizer',
      gateway(method(proxy), {
        authorizers: {
          a: {
            type: 'TOKEN',
            providerArns: [],
            uri: 'https://a.example',
            credentials: null,
            identitySource: null,
            identityValidationExpression: null,
            resultTtl: 0,
            authType: null,
          },
        },
      }),
    ],
    ['hint idle-scopes', gateway(method(proxy, { authorizationScopes: ['read'] }))],
    [
      'error invalid-model',
      gateway(method(proxy), { models: { A: { contentType: 'application/json', description: null, schema: '{' } } }),
    ],
    [
      'error invalid-model',
      gateway(method(proxy), {
        models: {
          A: { contentType: 'application/json', description: null, schema: '{"$ref":"#/components/schemas/B"}' },
        },
      }),
    ],
    [
      'error invalid-gateway-response',
      gateway(method(proxy), { gatewayResponses: { NONSENSE: emptyGatewayResponse() } }),
    ],
    [
      'error invalid-mapping',
      gateway(method(proxy), {
        gatewayResponses: {
          DEFAULT_4XX: { ...emptyGatewayResponse(), parameters: { 'gatewayresponse.header.X': 'x' } },
        },
      }),
    ],
    ['error invalid-mapping', calls({ requestParameters: { 'integration.request.header.X': 'contxt.stage' } })],
    [
      'error invalid-mapping-undeclared',
      calls({ requestParameters: { 'integration.request.header.X': 'method.request.header.X' } }),
    ],
    ['error invalid-declaration', calls({}, proxy, { requestParameters: { 'method.request.path.key': true } })],
    [
      'error invalid-response',
      calls(
        {
          responses: { 200: emptyIntegrationResponse(), 418: { ...emptyIntegrationResponse(), selectionPattern: 'x' } },
        },
        http,
      ),
    ],
    ['error forbidden-header', calls({ requestParameters: { 'integration.request.header.Content-Length': "'1'" } })],
    ['warning unmapped-variable', calls({ uri: 'https://a.example/{id}' })],
    ['warning unused-mapping', calls({ requestParameters: { 'integration.request.path.id': "'1'" } })],
    [
      'warning quoted-constant',
      calls({ requestParameters: { 'integration.request.header.X': "'method.request.path.id'" } }),
    ],
    ['hint header-mapping', calls({ requestParameters: { 'integration.request.header.Host': "'a'" } })],
    ['hint ignored-mapping', calls({ responses: { 200: emptyIntegrationResponse() } })],
    ['error invalid-uri', calls({ uri: 'a.example' })],
    ['error invalid-uri', calls({ uri: 'arn:aws:apigateway:us-east-1:s3:path/a/b' }, lambda)],
    [
      'error invalid-uri',
      calls({ type: 'AWS', uri: 'arn:aws:apigateway:us-east-1:states:action/StartExecution' }, http),
    ],
    ['error invalid-verb', calls({ httpMethod: null })],
    ['error invalid-transfer-mode', calls({ responseTransferMode: 'STREAM' }, http)],
    ['error invalid-timeout', calls({ timeoutMs: 900_001 })],
    ['error invalid-timeout', calls({ timeoutMs: 49 })],
    ['error invalid-vpc-link', calls({ connectionType: 'VPC_LINK' })],
    [
      'error invalid-vpc-link',
      calls({ connectionType: 'VPC_LINK', connectionId: 'a', integrationTarget: 'a.example' }),
    ],
    [
      'warning vpc-link-type',
      calls(
        {
          connectionType: 'VPC_LINK',
          connectionId: 'a',
          integrationTarget: 'arn:aws:elasticloadbalancing:us-east-1:123456789012:loadbalancer/app/a/1',
        },
        http,
      ),
    ],
    ['error lambda-verb', calls({ httpMethod: 'GET' }, lambda)],
    ['warning lambda-arn', calls({ uri: lambdaUri('eu-west-1') }, lambda)],
    ['warning lambda-arn', calls({ uri: lambdaUri('us-east-1', '42') }, lambda)],
    ['error invalid-content-type', calls({ requestTemplates: { json: '{}' } })],
    [
      'error invalid-default-response',
      calls({ responses: { 200: emptyIntegrationResponse(), 400: emptyIntegrationResponse() } }, http),
    ],
    ['error no-default-response', calls({ responses: {} }, http)],
    [
      'warning no-default-response',
      calls({ responses: { 200: { ...emptyIntegrationResponse(), selectionPattern: '2..' } } }, http),
    ],
    ['hint status-hidden', calls({ responses: { 200: emptyIntegrationResponse() } }, http)],
    ['error no-integration', gateway(method(null))],
    ['error mock-status', calls({ requestTemplates: {} }, mock)],
    [
      'error api-key-source',
      gateway(method(proxy, { apiKeyRequired: true }), {
        api: { ...emptySnapshot().api, name: 'shop', apiKeySource: 'AUTHORIZER' },
      }),
    ],
    ['warning plain-http', calls({ uri: 'http://a.example/' })],
    ['warning tls-insecure', calls({ tlsInsecure: true })],
    [
      'warning secret-constant',
      calls({ requestParameters: { 'integration.request.header.Authorization': "'Bearer abcdefghijklmnop'" } }),
    ],
    ['warning secret-constant', calls({ uri: 'https://user:hunter22@a.example/' })],
    [
      'warning secret-constant',
      gateway(method(proxy), { stages: { prod: { ...emptyStage(), variables: { key: 'AKIAIOSFODNN7EXAMPLE' } } } }),
    ],
    ['warning lost-path', gateway(method(proxy), { resources: { '/{rest+}': { methods: { ANY: method(proxy) } } } })],
    [
      'warning selection-pattern',
      calls(
        {
          responses: { 200: emptyIntegrationResponse(), 400: { ...emptyIntegrationResponse(), selectionPattern: '(' } },
        },
        http,
      ),
    ],
    [
      'warning cors-options',
      gateway(
        method(proxy, {
          responses: {
            200: { parameters: { 'method.response.header.Access-Control-Allow-Origin': false }, models: {} },
          },
        }),
      ),
    ],
    [
      'warning undefined-stage-variable',
      gateway(method({ ...proxy, uri: 'https://${stageVariables.host}/' }), { stages: { prod: emptyStage() } }),
    ],
    ['warning reserved-path', gateway(method(proxy), { resources: { '/ping': { methods: { GET: method(proxy) } } } })],
    ['hint unreachable-resource', gateway(method(proxy), { resources: { '/empty': { methods: {} } } })],
    ['hint unchecked-parameters', calls({}, proxy, { requestParameters: { 'method.request.header.X': true } })],
  ])('finds %s', (expected, from) => {
    expect(rulesOf(from)).toContain(expected);
  });

  it('finds an ANY that nothing can reach', () => {
    const all = { GET: 0, POST: 0, PUT: 0, PATCH: 0, DELETE: 0, HEAD: 0, OPTIONS: 0, ANY: 0 };
    const methods = Object.fromEntries(Object.keys(all).map((verb) => [verb, method(mock)]));
    expect(rulesOf(gateway(method(mock), { resources: { '/all': { methods } } }))).toEqual(['hint shadowed-method']);
  });

  it.each<[string, Snapshot]>([
    ['a proxy', gateway(method(proxy))],
    ['an HTTP integration', gateway(method(http))],
    ['a Lambda function', gateway(method(lambda))],
    [
      'a Lambda function of a stage variable',
      calls({ uri: lambdaUri().replace('orders', '${stageVariables.fn}') }, lambda),
    ],
    ['a mock', gateway(method(mock))],
    ['plain HTTP at home', calls({ uri: 'http://127.0.0.1:8080/' })],
    [
      'plain HTTP through a VPC link',
      calls({ uri: 'http://a.example/', connectionType: 'VPC_LINK', connectionId: 'a' }),
    ],
    [
      'preflights at a greedy path above',
      gateway(
        method(proxy, {
          responses: {
            200: { parameters: { 'method.response.header.Access-Control-Allow-Origin': false }, models: {} },
          },
        }),
        {
          resources: { '/{rest+}': { methods: { OPTIONS: method(mock) } } },
        },
      ),
    ],
  ])('has nothing to say about %s', (_name, from) => {
    expect(lint(from)).toEqual([]);
  });

  it('takes the timeout of an account whose quota was raised, with a warning', () => {
    expect(lint(calls({ timeoutMs: 60_000 }))).toMatchObject([{ rule: 'timeout-above-quota', severity: 'warning' }]);
    expect(lint(calls({ timeoutMs: 900_000, responseTransferMode: 'STREAM' }))).toEqual([]);
  });

  it('puts the worst first, in sentences that name their subject and hold no secret', () => {
    const findings = lint(
      calls({
        uri: 'http://a.example/',
        timeoutMs: 1,
        requestParameters: { 'integration.request.header.X': "'ghp_abcdefghijklmnopqrstuvwxyz'" },
      }),
    );
    expect(findings.map(({ severity }) => severity)).toEqual(['error', 'warning', 'warning']);
    for (const { sentence } of findings) expect(sentence).toMatch(/^GET \/orders\/\{id\}: /);
    expect(JSON.stringify(findings)).not.toContain('ghp_');
  });

  it('never calls invalid what AWS takes', () => {
    fc.assert(
      fc.property(snapshot(), (from) => {
        expect(lint(from).filter(({ rule }) => rule.startsWith('invalid-'))).toEqual([]);
      }),
    );
  });
});
