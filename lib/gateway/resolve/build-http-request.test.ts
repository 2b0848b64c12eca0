import { describe, expect, it } from 'vitest';
import { sampleMethod } from '../mapping/testing/sample-method';
import { sampleSnapshot } from '../mapping/testing/sample-snapshot';
import type { Integration } from '../model';
import { requestOf, resolve } from '../resolve';
import { renderTemplate } from '../templates/render-template';
import { refusalOf, sent, valuesOf } from './testing/asked';

describe('the address', () => {
  const proxied = (value: string) =>
    resolve(
      sampleSnapshot({
        'ANY /{proxy+}': sampleMethod({
          uri: 'http://h/base/{proxy}',
          requestParameters: { 'integration.request.path.proxy': 'method.request.path.proxy' },
        }),
      }),
      requestOf({ verb: 'GET', path: `/${value}` }),
    );

  it.each([
    ['a/b', '/base/a/b'],
    ['a%2Fb', '/base/a%2Fb'],
    ['a+b%2B', '/base/a+b%2B'],
    ['50%', '/base/50%25'],
    ['caf\u00e9 |', '/base/caf%C3%A9%20%7C'],
    ['../../secret', '/base/../../secret'],
    ['dir/', '/base/dir/'],
  ])('hands %s on as %s', (value, path) => {
    expect(proxied(value)).toMatchObject({ outcome: 'sent', request: { origin: 'http://h', path } });
  });

  it('takes stage variables, fixed queries and other sources', () => {
    const request = sent(
      {
        // biome-ignore lint/suspicious/noTemplateCurlyInString: AWS's own notation
        uri: 'http://${stageVariables.host}/{a}/{b}?fixed=1',
        requestParameters: {
          'integration.request.path.a': 'method.request.querystring.q',
          'integration.request.path.b': "'x y/z'",
        },
      },
      { path: '/a/7?q=a/b%20c&r=' },
      { stage: { name: 'prod', variables: { host: 'inner:8080' } } },
    );
    expect([request.origin, request.path]).toEqual(['http://inner:8080', '/a/b%20c/x%20y/z?fixed=1&q=a%2Fb%20c&r=']);
    expect(valuesOf(request, 'Host')).toEqual(['inner:8080']);
  });

  // biome-ignore lint/suspicious/noTemplateCurlyInString: AWS's own notation
  it.each(['http://h/{unmapped}', 'http://${stageVariables.none}/', 'h/x', 'http://a b/'])('%s fails', (uri) => {
    const refusal = refusalOf(sampleSnapshot({ 'GET /': sampleMethod({ uri }) }), { verb: 'GET', path: '/' });
    expect([refusal.status, refusal.body]).toEqual([500, '{"message":"Internal server error"}']);
  });
});

describe('HTTP_PROXY', () => {
  const headers: [string, string][] = [
    ['Host', 'shop.example.com'],
    ['Accept', 'text/html'],
    ['X-Tenant', 'forged'],
    ['Connection', 'close'],
    ['Content-Encoding', 'gzip'],
    ['X-Forwarded-For', '10.0.0.1'],
    ['Authorization', 'Bearer t'],
  ];

  it('hands the client through and says where each header comes from', () => {
    const requestParameters = {
      'integration.request.header.x-tenant': 'context.domainPrefix',
      'integration.request.header.Absent': 'method.request.header.None',
    };
    const request = sent({ requestParameters }, { verb: 'POST', headers, body: 'hello' });
    expect(request).toMatchObject({
      kind: 'http',
      verb: 'POST',
      origin: 'https://back.example.com',
      path: '/',
      body: { kind: 'client', text: 'hello' },
    });
    expect(request.headers).toEqual([
      { name: 'Host', value: 'back.example.com', origin: 'gateway' },
      { name: 'Accept', value: 'text/html', origin: 'client' },
      { name: 'Authorization', value: 'Bearer t', origin: 'client' },
      { name: 'User-Agent', value: 'AmazonAPIGateway_abc123def4', origin: 'gateway' },
      { name: 'X-Amzn-Apigateway-Api-Id', value: 'abc123def4', origin: 'gateway' },
      { name: 'X-Amzn-Trace-Id', value: expect.stringContaining('Root='), origin: 'gateway' },
      { name: 'X-Forwarded-For', value: '10.0.0.1, 198.51.100.7', origin: 'gateway' },
      { name: 'X-Forwarded-Port', value: '443', origin: 'gateway' },
      { name: 'X-Forwarded-Proto', value: 'https', origin: 'gateway' },
      { name: 'x-tenant', value: 'shop', origin: 'mapped', expression: 'context.domainPrefix' },
    ]);
  });

  it("sends a mapped query parameter in addition to the client's, before it", () => {
    const requestParameters = {
      'integration.request.querystring.q': "'mapped'",
      'integration.request.querystring.all': 'method.request.multivaluequerystring.q',
    };
    expect(sent({ requestParameters }, { path: '/a/7?q=1&q=2' }).path).toBe('/?q=mapped&all=1&all=2&q=1&q=2');
  });

  it('ignores templates', () => {
    const request = sent({ requestTemplates: { 'application/json': '{}' } }, { body: '{"a":1}' });
    expect(request.body).toEqual({ kind: 'client', text: '{"a":1}' });
  });
});

describe('HTTP', () => {
  const type = 'HTTP';

  it('hands on nothing that is not mapped', () => {
    const requestParameters = { 'integration.request.header.User-Agent': "'mine'" };
    const request = sent(
      { type, httpMethod: 'POST', requestParameters },
      {
        path: '/a/7?q=1',
        headers: [
          ['X-Any', '1'],
          ['content-type', 'application/json'],
        ],
        body: '{}',
      },
    );
    expect([request.verb, request.path]).toEqual(['POST', '/']);
    expect(request.headers.map(({ name }) => name)).toEqual([
      'Host',
      'Accept',
      'Content-Type',
      'X-Amzn-Apigateway-Api-Id',
      'X-Amzn-Trace-Id',
      'User-Agent',
    ]);
  });

  it.each<[string, string | null, string[]]>([
    ["'constant'", null, ['constant']],
    ['method.request.header.X-Many', null, ['2']],
    ['method.request.header.x-many', null, []],
    ['method.request.multivalueheader.X-Many', null, ['1', '2']],
    ['method.request.querystring.q', null, ['b c']],
    ['method.request.path.id', null, ['50%']],
    ['method.request.body', '{"a":{"b":[1,"two"]}}', ['{"a":{"b":[1,"two"]}}']],
    ['method.request.body.a.b[1]', '{"a":{"b":[1,"two"]}}', ['two']],
    ['method.request.body.a', '{"a":{"b":[1,"two"]}}', ['{"b":[1,"two"]}']],
    ['method.request.body.none', '{"a":1}', []],
    ['method.request.body..id', '{"a":{"id":1},"id":2}', ['[2,1]']],
    ['stageVariables.v', null, ['value']],
    ['stageVariables.none', null, ['']],
    ['context.domainName', null, ['shop.example.com']],
    ['context.resourcePath', null, ['/a/{id}']],
    ['context.path', null, ['/a/50%25']],
    ['context.requestTime', null, ['22/Nov/2026:12:34:56 +0000']],
    ['context.authorizer.principalId', null, []],
  ])('reads %s of %s: %j', (expression, body, expected) => {
    const request = sent(
      { type, requestParameters: { 'integration.request.header.X-Mapped': expression } },
      {
        path: '/a/50%25?q=a&q=b+c',
        headers: [
          ['X-Many', '1'],
          ['X-Many', '2'],
        ],
        body: body ?? '',
      },
      { stage: { name: 'prod', variables: { v: 'value' } } },
    );
    expect(valuesOf(request, 'X-Mapped')).toEqual(expected);
  });

  it.each(['Content-Length', 'transfer-encoding', 'X-Amzn-Trace-Id'])('fails with 500 when %s is mapped', (name) => {
    const requestParameters = { [`integration.request.header.${name}`]: "'1'" };
    const refusal = refusalOf(sampleSnapshot({ 'GET /': sampleMethod({ type, requestParameters }) }), {
      verb: 'GET',
      path: '/',
    });
    expect(refusal).toMatchObject({ status: 500, sentence: expect.stringContaining(name) });
  });

  const template = { 'application/json': '{"wrapped": $input.json(\'$.a\'), "id": "$input.params(\'id\')"}' };

  it('renders its template where it is given an engine', () => {
    const asked = { body: '{"a":{"b":1}}' };
    expect(sent({ type, requestTemplates: template }, asked).body).toMatchObject({ kind: 'template', text: null });
    expect(sent({ type, requestTemplates: template }, asked, { render: renderTemplate }).body).toMatchObject({
      kind: 'template',
      text: '{"wrapped": {"b":1}, "id": "7"}',
    });
  });

  it("follows a template's overrides", () => {
    const text =
      '#set($context.requestOverride.header.X-A = "over")#set($context.requestOverride.path.id = "p/q")#set($context.requestOverride.querystring.q = "1")';
    const request = sent(
      {
        type,
        uri: 'http://h/{id}',
        requestTemplates: { 'application/json': text },
        requestParameters: {
          'integration.request.path.id': 'method.request.path.id',
          'integration.request.header.x-a': "'mapped'",
          'integration.request.querystring.q': "'mapped'",
        },
      },
      {},
      { render: renderTemplate },
    );
    expect(request.path).toBe('/p/q?q=1');
    expect(request.headers.at(-1)).toEqual({ name: 'X-A', value: 'over', origin: 'template' });
  });

  it.each<[Integration['passthroughBehavior'], Record<string, string>, string]>([
    ['WHEN_NO_MATCH', template, 'client'],
    ['WHEN_NO_TEMPLATES', {}, 'client'],
    ['WHEN_NO_TEMPLATES', template, '415'],
    ['NEVER', {}, '415'],
    ['NEVER', { 'text/plain': '' }, 'client'],
  ])('with passthrough %s and templates %j: %s', (passthroughBehavior, requestTemplates, expected) => {
    const snapshot = sampleSnapshot({ 'POST /': sampleMethod({ type, passthroughBehavior, requestTemplates }) });
    const headers: [string, string][] = [['Content-Type', 'text/plain; charset=utf-8']];
    const resolution = resolve(snapshot, requestOf({ verb: 'POST', path: '/', headers, body: 'x' }));
    const got =
      resolution.outcome === 'sent'
        ? resolution.request.body.kind
        : resolution.outcome === 'refused' && String(resolution.refusal.status);
    expect(got).toBe(expected);
  });

  it('says which VPC link leads there', () => {
    // biome-ignore lint/suspicious/noTemplateCurlyInString: AWS's own notation
    const vpc = { connectionType: 'VPC_LINK', connectionId: '${stageVariables.link}' } as const;
    const { connection } = sent(vpc, {}, { stage: { name: 'prod', variables: { link: 'abc' } } });
    expect(connection).toEqual({ kind: 'vpc-link', id: 'abc', target: null });
  });
});
