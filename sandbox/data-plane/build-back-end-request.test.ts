import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildBackEndRequest } from './build-back-end-request';
import { headerValue } from './header-list';
import { needsWholeBody } from './integration-request';
import { parseQuery } from './query-list';
import { testCall } from './test-call';

describe('the URI', () => {
  const proxy = { 'integration.request.path.proxy': 'method.request.path.proxy' };
  const uri = 'http://h/base/{proxy}';

  it.each([
    ['a/b', '/base/a/b'],
    ['a%2Fb', '/base/a%2Fb'],
    ['a+b%2B', '/base/a+b%2B'],
    ['50%', '/base/50%25'],
    ['caf\u00e9 |', '/base/caf%C3%A9%20%7C'],
    ['../../secret', '/base/../../secret'],
    ['dir/', '/base/dir/'],
  ])('hands %s on as %s', (value, path) => {
    const call = testCall({ uri, requestParameters: proxy }, {}, { pathParameters: { proxy: value } });
    expect(buildBackEndRequest(call, null).path).toBe(path);
  });

  it('takes stage variables, fixed queries and other sources', () => {
    const requestParameters = {
      'integration.request.path.a': 'method.request.querystring.q',
      'integration.request.path.b': "'x y/z'",
      'integration.request.path.c': 'stageVariables.v',
    };
    // biome-ignore lint/suspicious/noTemplateCurlyInString: it is AWS's syntax.
    const template = 'https://${stageVariables.host}/{a}/{b}/{c}/${stageVariables.none}?fixed=1';
    const call = testCall(
      { uri: template, requestParameters },
      { rawQuery: 'q=1%2F2' },
      { variables: { host: 'api.test:8443', v: 'w' } },
    );
    const request = buildBackEndRequest(call, null);
    expect(request.origin).toBe('https://api.test:8443');
    expect(request.path).toBe('/1/2/x%20y/z/w/?fixed=1&q=1%2F2');
  });

  it.each(['http://h/{id}', 'http:///x', 'ftp://h/x', 'http://{h}/', ''])('refuses %s', (bad) => {
    expect(() => buildBackEndRequest(testCall({ uri: bad }), null)).toThrow('Invalid endpoint address');
  });
});

describe('query parameters', () => {
  it('puts mapped ones beside, and before, those of the client', () => {
    const requestParameters = { 'integration.request.querystring.testVar': "'foobar'" };
    const call = testCall({ requestParameters }, { rawQuery: 'testVar=bar&x=a+b&x=2&flag' });
    expect(buildBackEndRequest(call, null).path).toBe('/orders?testVar=foobar&testVar=bar&x=a%20b&x=2&flag=');
  });

  it('hands none on that is not mapped, for HTTP', () => {
    const requestParameters = {
      'integration.request.querystring.last': 'method.request.querystring.x',
      'integration.request.querystring.all': 'method.request.multivaluequerystring.x',
      'integration.request.querystring.gone': 'method.request.querystring.X',
    };
    const call = testCall({ type: 'HTTP', requestParameters }, { rawQuery: 'x=1;x=2&y=3' });
    expect(buildBackEndRequest(call, null).path).toBe('/orders?last=2&all=1&all=2');
  });

  it('decodes and encodes without loss', () => {
    const text = fc.string({ unit: 'grapheme', minLength: 1 });
    fc.assert(
      fc.property(fc.array(fc.tuple(text, text)), (pairs) => {
        const rawQuery = pairs
          .map(([name, value]) => `${encodeURIComponent(name)}=${encodeURIComponent(value)}`)
          .join('&');
        const [, query = ''] = buildBackEndRequest(testCall({}, { rawQuery }), null).path.split('?');
        expect(parseQuery(query)).toEqual(pairs);
      }),
    );
  });
});

describe('headers', () => {
  const client: [string, string][] = [
    ['Host', 'shop.example.com'],
    ['Accept', 'text/html'],
    ['Accept-Encoding', 'gzip'],
    ['Authorization', 'Bearer t'],
    ['Connection', 'keep-alive'],
    ['Content-Encoding', 'gzip'],
    ['Content-MD5', 'x'],
    ['Cookie', 'a=1'],
    ['Max-Forwards', '1'],
    ['Server', 'x'],
    ['TE', 'trailers'],
    ['Upgrade', 'h2c'],
    ['Via', 'x'],
    ['X-Forwarded-For', '203.0.113.9'],
    ['X-Forwarded-Host', 'kept.example.com'],
    ['X-Many', '1'],
    ['X-Many', '2'],
  ];

  it('are handed on by HTTP_PROXY, by the table', () => {
    const { headers } = buildBackEndRequest(testCall({}, { headers: client }), null);
    expect(headers).toEqual([
      ['Accept', 'text/html'],
      ['Accept-Encoding', 'gzip'],
      ['Authorization', 'Bearer t'],
      ['Cookie', 'a=1'],
      ['X-Forwarded-Host', 'kept.example.com'],
      ['X-Many', '1'],
      ['X-Many', '2'],
      ['User-Agent', 'AmazonAPIGateway_abc123'],
      ['X-Amzn-Apigateway-Api-Id', 'abc123'],
      ['X-Amzn-Trace-Id', 'Root=1-5f84c7a1-0123456789abcdef01234567'],
      ['X-Forwarded-For', '203.0.113.9, 198.51.100.7'],
      ['X-Forwarded-Port', '443'],
      ['X-Forwarded-Proto', 'https'],
    ]);
  });

  it('stay behind with HTTP, unless mapped', () => {
    const requestParameters = { 'integration.request.header.X-Mine': 'method.request.header.Cookie' };
    const { headers } = buildBackEndRequest(testCall({ type: 'HTTP', requestParameters }, { headers: client }), null);
    expect(headers).toEqual([
      ['Accept', 'application/json'],
      ['Content-Type', 'application/json'],
      ['User-Agent', 'AmazonAPIGateway_abc123'],
      ['X-Amzn-Apigateway-Api-Id', 'abc123'],
      ['X-Amzn-Trace-Id', 'Root=1-5f84c7a1-0123456789abcdef01234567'],
      ['X-Mine', 'a=1'],
    ]);
  });

  it.each([
    ["'static text'", 'static text'],
    ["'method.request.path.proxy'", 'method.request.path.proxy'],
    ['context.domainName', 'shop.example.com'],
    ['context.identity.sourceIp', '198.51.100.7'],
    ['context.requestTime', '22/Nov/2026:12:34:56 +0000'],
    ['context.stage', 'prod'],
    ['context.nothing', undefined],
    ['stageVariables.env', 'green'],
    ['stageVariables.none', ''],
    ['method.request.path.id', 'a b'],
    ['method.request.header.X-Many', '2'],
    ['method.request.header.x-many', undefined],
    ['method.request.body', '{"a":{"b":[1,"two"]}}'],
    ['method.request.body.a.b[1]', 'two'],
    ['method.request.body.a', '{"b":[1,"two"]}'],
    ['method.request.body.none', undefined],
  ])('map %s to %s', (expression, expected) => {
    const requestParameters = { 'integration.request.header.X-Mapped': expression };
    const more = { variables: { env: 'green' }, pathParameters: { id: 'a%20b' } };
    const call = testCall({ requestParameters }, { headers: [...client, ['X-Mapped', 'of the client']] }, more);
    expect(needsWholeBody(call)).toBe(expression.startsWith('method.request.body'));
    const { headers } = buildBackEndRequest(call, Buffer.from('{"a":{"b":[1,"two"]}}'));
    expect(headerValue(headers, 'x-mapped')).toBe(expected ?? 'of the client');
  });

  it('may be mapped to several values, Host included', () => {
    const requestParameters = {
      'integration.request.header.Host': "'inner.test'",
      'integration.request.header.Each': 'method.request.multivalueheader.X-Many',
    };
    const { headers } = buildBackEndRequest(testCall({ requestParameters }, { headers: client }), null);
    expect(headers.slice(-3)).toEqual([
      ['Host', 'inner.test'],
      ['Each', '1'],
      ['Each', '2'],
    ]);
  });

  it.each(['Content-Length', 'transfer-encoding', 'X-Amzn-Trace-Id'])('may not be mapped to %s', (name) => {
    const requestParameters = { [`integration.request.header.${name}`]: "'1'" };
    expect(() => buildBackEndRequest(testCall({ requestParameters }), null)).toThrow('may not be mapped');
  });

  it('lose the signature that was for the gateway', () => {
    const method = { authorizationType: 'AWS_IAM' };
    const { headers } = buildBackEndRequest(testCall({}, { headers: client }, { method }), null);
    expect(headerValue(headers, 'Authorization')).toBeUndefined();
  });
});

describe('verb and body', () => {
  it("takes the integration's verb, or the client's for ANY", () => {
    expect(buildBackEndRequest(testCall({ httpMethod: 'POST' }), null).verb).toBe('POST');
    expect(buildBackEndRequest(testCall({ httpMethod: 'ANY' }, { verb: 'PATCH' }), null).verb).toBe('PATCH');
  });

  const template = {
    'application/json':
      '{"wrapped": $input.json(\'$.a\'), "q": "$input.params(\'q\')", "ip": "$context.identity.sourceIp"}',
  };

  it('renders a template, else streams', () => {
    const call = testCall({ type: 'HTTP', requestTemplates: template }, { rawQuery: 'q=1' });
    expect(needsWholeBody(call)).toBe(true);
    expect(buildBackEndRequest(call, Buffer.from('{"a":{"b":1}}')).body.toString()).toBe(
      '{"wrapped": {"b":1}, "q": "1", "ip": "198.51.100.7"}',
    );
    expect(buildBackEndRequest(testCall({ type: 'HTTP' }), null).body).toBe('stream');
    expect(buildBackEndRequest(testCall({ requestTemplates: template }), null).body).toBe('stream');
  });

  it.each([
    ['WHEN_NO_MATCH', template, 'stream'],
    ['WHEN_NO_TEMPLATES', {}, 'stream'],
    ['WHEN_NO_TEMPLATES', template, 415],
    ['NEVER', {}, 415],
  ])('with passthrough %s and templates %j: %s', (passthroughBehavior, requestTemplates, expected) => {
    const headers: [string, string][] = [['Content-Type', 'text/plain; charset=utf-8']];
    const call = testCall({ type: 'HTTP', passthroughBehavior, requestTemplates }, { headers });
    if (expected === 415) expect(() => needsWholeBody(call)).toThrow(expect.objectContaining({ status: 415 }));
    else expect(buildBackEndRequest(call, null).body).toBe(expected);
  });

  it('takes an empty template for "pass through"', () => {
    const call = testCall({ type: 'HTTP', requestTemplates: { 'application/json': '' } });
    expect(buildBackEndRequest(call, null).body).toBe('stream');
  });

  it('takes a template that fails for an internal error', () => {
    const call = testCall({ type: 'HTTP', requestTemplates: { 'application/json': '#if(' } });
    expect(() => buildBackEndRequest(call, Buffer.from(''))).toThrow(expect.objectContaining({ status: 500 }));
  });
});
