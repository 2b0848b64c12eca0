import { describe, expect, it } from 'vitest';
import { applyEdits } from './apply-edits';
import { canonicalise } from './canonicalise';
import { emptyIntegration, emptyIntegrationResponse, emptyMethod, emptySnapshot, emptyStage } from './defaults';
import { diff } from './diff';
import type { Edit, FieldValue } from './edits';
import type { Method } from './model';
import { sentenceOf } from './sentence-of';

const at = { path: '/orders', verb: 'GET' } as const;
const method: Method = {
  ...emptyMethod(),
  responses: { 200: { parameters: { 'method.response.header.X-Id': false }, models: {} } },
  integration: {
    ...emptyIntegration('HTTP'),
    uri: 'https://a.example/',
    httpMethod: 'GET',
    requestParameters: { 'integration.request.header.X-Tenant': "'a'" },
    responses: { 200: emptyIntegrationResponse() },
  },
};
const gateway = canonicalise({
  ...emptySnapshot('shop'),
  resources: { '/orders': { methods: { GET: method } } },
  stages: { prod: { ...emptyStage(), variables: { tier: 'a' } } },
});

const say = (...edits: Edit[]) => diff(gateway, applyEdits(gateway, edits)).differences.map(sentenceOf);
const integration = { kind: 'integration', ...at } as const;
const ofIntegration = (field: string, value: FieldValue, key: string | null = null): Edit => {
  return { op: 'set', subject: integration, field, key, value };
};

describe('sentenceOf', () => {
  it.each<[string, Edit]>([
    ['GET /orders: timeout 29 s -> 10 s', ofIntegration('timeoutMs', 10_000)],
    ['GET /orders: back end https://a.example/ -> https://b.example/', ofIntegration('uri', 'https://b.example/')],
    [
      "GET /orders: header X-Tenant to the back end is now the host name of the request (was 'a')",
      ofIntegration('requestParameters', 'context.domainName', 'integration.request.header.X-Tenant'),
    ],
    [
      "GET /orders: header X-Tenant to the back end is no longer set (was 'a')",
      ofIntegration('requestParameters', null, 'integration.request.header.X-Tenant'),
    ],
    [
      'GET /orders: query parameter q to the back end is now the path variable id of the request',
      ofIntegration('requestParameters', 'method.request.path.id', 'integration.request.querystring.q'),
    ],
    [
      'GET /orders: template for application/json is added',
      ofIntegration('requestTemplates', '{}', 'application/json'),
    ],
    [
      'GET /orders: role is now arn:aws:iam::123456789012:role/r',
      ofIntegration('credentials', 'arn:aws:iam::123456789012:role/r'),
    ],
    [
      'GET /orders: requires an API key',
      { op: 'set', subject: { kind: 'method', ...at }, field: 'apiKeyRequired', key: null, value: true },
    ],
    [
      'GET /orders: header X of the request is declared and required',
      {
        op: 'set',
        subject: { kind: 'method', ...at },
        field: 'requestParameters',
        key: 'method.request.header.X',
        value: true,
      },
    ],
    [
      "GET /orders, back end's answer as 200: header X-Id is now the back end's header Location",
      {
        op: 'set',
        subject: { kind: 'integration-response', ...at, status: '200' },
        field: 'parameters',
        key: 'method.response.header.X-Id',
        value: 'integration.response.header.Location',
      },
    ],
    [
      'GET /orders: new response 404',
      { op: 'put', subject: { kind: 'method-response', ...at, status: '404' }, value: { parameters: {}, models: {} } },
    ],
    [
      'GET /orders: an answer of the back end like 4\\d\\d now gives 404',
      {
        op: 'put',
        subject: { kind: 'integration-response', ...at, status: '404' },
        value: { ...emptyIntegrationResponse(), selectionPattern: '4\\d\\d' },
      },
    ],
    [
      'New route POST /orders: HTTP to https://a.example/',
      { op: 'put', subject: { kind: 'method', path: '/orders', verb: 'POST' }, value: method },
    ],
    ['Route GET /orders is removed', { op: 'remove', subject: { kind: 'method', ...at } }],
    ['New resource /a', { op: 'put', subject: { kind: 'resource', path: '/a' }, value: { methods: {} } }],
    [
      "Stage prod: variable tier 'a' -> 'b'",
      { op: 'set', subject: { kind: 'stage', name: 'prod' }, field: 'variables', key: 'tier', value: 'b' },
    ],
    [
      'API: binary media types: now with image/png',
      { op: 'set', subject: { kind: 'api' }, field: 'binaryMediaTypes', key: null, value: ['image/png'] },
    ],
    [
      'API: description is now The gateway',
      { op: 'set', subject: { kind: 'api' }, field: 'description', key: null, value: 'The gateway' },
    ],
  ])('says "%s"', (sentence, edit) => {
    expect(say(edit)).toEqual([sentence]);
  });

  it('says what an integration calls', () => {
    const uri =
      'arn:aws:apigateway:us-east-1:lambda:path/2015-03-31/functions/arn:aws:lambda:us-east-1:123456789012:function:orders:live/invocations';
    const lambda: Method = { ...method, integration: { ...emptyIntegration('AWS_PROXY'), uri, httpMethod: 'POST' } };
    expect(say({ op: 'put', subject: { kind: 'method', path: '/a', verb: 'ANY' }, value: lambda })).toEqual([
      'New resource /a',
      'New route ANY /a: Lambda function orders:live (proxy)',
    ]);
    expect(say({ op: 'remove', subject: integration })).toEqual(['GET /orders: no longer calls any back end']);
  });

  it('keeps long values short', () => {
    const [sentence = ''] = say(ofIntegration('uri', `https://a.example/${'x'.repeat(1_000)}`));
    expect(sentence.length).toBeLessThan(250);
  });
});
