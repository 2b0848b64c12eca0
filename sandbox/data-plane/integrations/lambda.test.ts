import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { TestGateway } from '../test-gateway';

let gateway: TestGateway;
const host = 'shop.example.com';
const post = { httpMethod: 'POST' };

beforeAll(async () => {
  gateway = await TestGateway.start();
  const echo = await gateway.putFunction(
    'echo',
    'exports.handler = async (event) => ({ statusCode: 200, body: JSON.stringify(event) })',
  );
  const given = await gateway.putFunction('given', 'exports.handler = async (event) => JSON.parse(event.body)');
  const custom = await gateway.putFunction(
    'custom',
    'exports.handler = async (event) => { if (event.fail) throw new Error(event.fail); return { got: event } }',
  );
  const slow = await gateway.putFunction('slow', 'exports.handler = () => new Promise(() => {})');
  const closed = await gateway.putFunction('closed', 'exports.handler = async () => ({})', { policy: [] });
  const source = (sourceArn: string) => ({ ArnLike: { 'AWS:SourceArn': sourceArn } });
  const allowed = await gateway.putFunction('allowed', 'exports.handler = async () => ({})', {
    policy: [
      {
        Sid: 'a',
        Effect: 'Allow',
        Principal: { Service: 'apigateway.amazonaws.com' },
        Action: 'lambda:InvokeFunction',
        Resource: '*',
        Condition: source('arn:aws:execute-api:us-east-1:123456789012:main/*/GET/allowed'),
      },
    ],
  });
  const byMessage = {
    type: 'AWS' as const,
    ...post,
    uri: custom,
    requestTemplates: { 'application/json': '{"fail": "$input.params(\'fail\')", "body": $input.json(\'$\')}' },
    integrationResponses: {
      '200': { statusCode: '200' },
      '404': {
        statusCode: '404',
        selectionPattern: 'Not found.*',
        responseTemplates: { 'application/json': '{"why": "$input.path(\'$.errorMessage\')"}' },
      },
    },
  };
  await gateway.putApi(
    'main',
    'prod',
    {
      'ANY /echo': { type: 'AWS_PROXY', ...post, uri: echo },
      'ANY /echo/{proxy+}': { type: 'AWS_PROXY', ...post, uri: echo },
      'POST /given': { type: 'AWS_PROXY', ...post, uri: given },
      // biome-ignore lint/suspicious/noTemplateCurlyInString: it is AWS's syntax.
      'GET /variable': { type: 'AWS_PROXY', ...post, uri: echo.replace('echo', '${stageVariables.fn}') },
      'GET /get': { type: 'AWS_PROXY', httpMethod: 'GET', uri: echo },
      'GET /lost': { type: 'AWS_PROXY', ...post, uri: echo.replace('echo', 'nobody') },
      'GET /slow': { type: 'AWS_PROXY', ...post, uri: slow, timeoutInMillis: 100 },
      'GET /closed': { type: 'AWS_PROXY', ...post, uri: closed },
      'GET /allowed': { type: 'AWS_PROXY', ...post, uri: allowed },
      'POST /allowed': { type: 'AWS_PROXY', ...post, uri: allowed },
      'ANY /custom': byMessage,
      'ANY /event': {
        ...byMessage,
        requestParameters: { 'integration.request.header.X-Amz-Invocation-Type': "'Event'" },
      },
    },
    { variables: { fn: 'echo' }, restApi: { binaryMediaTypes: ['image/png'] } },
  );
  await gateway.putDomain(host, { '': 'main/prod', base: 'main/prod' });
});
afterAll(() => gateway.stop());

const get = (path: string, more: object = {}) => gateway.http({ host, path, ...more });

describe('the event of a proxy integration', () => {
  it('tells the whole request', async () => {
    const headers = { 'X-Mixed': ['1', '2'], 'User-Agent': 'test' };
    const answer = await get('/base/echo/a%2Fb/c+d?q=1&q=a+b&r', { method: 'POST', body: 'text', headers });
    const event = JSON.parse(answer.text);
    expect(event).toMatchObject({
      resource: '/echo/{proxy+}',
      path: '/base/echo/a%2Fb/c+d',
      httpMethod: 'POST',
      headers: { 'X-Mixed': '2', Host: host, 'X-Forwarded-Proto': 'http', 'X-Forwarded-For': '127.0.0.1' },
      multiValueHeaders: { 'X-Mixed': ['1', '2'] },
      queryStringParameters: { q: 'a b', r: '' },
      multiValueQueryStringParameters: { q: ['1', 'a b'], r: [''] },
      pathParameters: { proxy: 'a%2Fb/c+d' },
      stageVariables: { fn: 'echo' },
      body: 'text',
      isBase64Encoded: false,
      requestContext: {
        resourcePath: '/echo/{proxy+}',
        path: '/base/echo/a%2Fb/c+d',
        stage: 'prod',
        apiId: 'main',
        accountId: '123456789012',
        domainName: host,
        domainPrefix: 'shop',
        protocol: 'HTTP/1.1',
        httpMethod: 'POST',
        identity: { sourceIp: '127.0.0.1', userAgent: 'test', user: null },
      },
    });
    expect(event.requestContext.requestId).toBe(answer.headers['x-amzn-requestid']);
    expect(event.headers['X-Amzn-Trace-Id']).toBe(answer.headers['x-amzn-trace-id']);
  });

  it('has null for what there is none of, and no stage in the path of the default endpoint', async () => {
    const answer = await get('/prod/echo', { host: 'main.execute-api.us-east-1.amazonaws.com' });
    expect(JSON.parse(answer.text)).toMatchObject({
      path: '/echo',
      requestContext: { path: '/prod/echo' },
      queryStringParameters: null,
      multiValueQueryStringParameters: null,
      pathParameters: null,
      body: null,
      isBase64Encoded: false,
    });
  });

  it('has binary bodies in base64', async () => {
    const body = Buffer.from([0, 255, 1]);
    const answer = await get('/echo', { method: 'POST', body, headers: { 'Content-Type': 'image/png' } });
    expect(JSON.parse(answer.text)).toMatchObject({ body: body.toString('base64'), isBase64Encoded: true });
  });
});

describe('the answer of a proxy integration', () => {
  const give = (result: unknown, headers: object = {}) =>
    get('/given', { method: 'POST', body: JSON.stringify(result), headers });

  it.each([
    [{ body: 'x' }, 200, 'x'],
    [{ statusCode: '201', body: null }, 201, ''],
    [{ statusCode: 418, headers: null, body: 'tea', isBase64Encoded: false }, 418, 'tea'],
    [{ statusCode: 200, body: 'aGk=', isBase64Encoded: true }, 200, 'aGk='],
  ])('%j -> %i %s', async (result, status, text) => {
    const answer = await give(result);
    expect([answer.status, answer.text]).toEqual([status, text]);
  });

  it.each([
    { wrongValue: 1, statusCode: 200 },
    {},
    null,
    'text',
    [1],
    { statusCode: 'test' },
    { statusCode: 99 },
    { body: { a: 1 } },
    { multiValueHeaders: { A: 'b' } },
    { headers: { A: {} } },
  ])('%j is malformed', async (result) => {
    const answer = await give(result);
    expect([answer.status, JSON.parse(answer.text)]).toEqual([502, { message: 'Internal server error' }]);
    expect(answer.headers['x-amzn-errortype']).toBe('InternalServerErrorException');
  });

  it('joins headers of one and of many values', async () => {
    const answer = await give({
      headers: { 'x-both': 'single', 'X-Bool': true, Server: 'mine', 'Content-Type': 'text/plain' },
      multiValueHeaders: { 'X-Both': ['m1', 'm2'], 'Set-Cookie': ['a=1', 'b=2'] },
    });
    expect(answer.headers).toMatchObject({
      'x-both': 'm1,m2,single',
      'x-bool': 'true',
      'x-amzn-remapped-server': 'mine',
      'set-cookie': 'a=1,b=2',
      'content-type': 'text/plain',
    });
    expect(answer.rawHeaders).toContain('X-Both');
    expect(answer.rawHeaders).not.toContain('x-both');
  });

  it('is decoded where the client accepts that type', async () => {
    const answer = await give({ body: 'aGk=', isBase64Encoded: true }, { Accept: 'image/png' });
    expect(answer.text).toBe('hi');
  });
});

describe('functions', () => {
  it('are found by stage variables', async () => {
    expect((await get('/variable')).status).toBe(200);
  });

  it.each([
    ['/get', 500, 'Internal server error'],
    ['/lost', 500, 'Internal server error'],
    ['/closed', 500, 'Internal server error'],
    ['/slow', 504, 'Endpoint request timed out'],
  ])('%s -> %i', async (path, status, message) => {
    const answer = await get(path);
    expect([answer.status, JSON.parse(answer.text)]).toEqual([status, { message }]);
  });

  it('are called as far as their policy allows', async () => {
    expect((await get('/allowed')).status).toBe(502);
    expect((await get('/allowed', { method: 'POST' })).status).toBe(500);
  });

  it('take no more than 6 MB', async () => {
    const answer = await get('/echo', { method: 'POST', body: 'x'.repeat(7 << 20) });
    expect([answer.status, JSON.parse(answer.text)]).toEqual([413, { message: 'Request Too Long' }]);
  });
});

describe('a custom integration', () => {
  it('hands the template in and the result out', async () => {
    const answer = await get('/custom', { method: 'POST', body: '{"a":1}' });
    expect([answer.status, JSON.parse(answer.text)]).toEqual([200, { got: { fail: '', body: { a: 1 } } }]);
    expect(answer.headers['x-amzn-trace-id']).toMatch(/^Root=/);
  });

  it('selects by the error message, else the default', async () => {
    const answer = await get('/custom?fail=Not+found+at+all');
    expect([answer.status, answer.text]).toEqual([404, '{"why": "Not found at all"}']);
    const other = await get('/custom?fail=Else');
    expect([other.status, JSON.parse(other.text).errorMessage]).toEqual([200, 'Else']);
  });

  it('does not wait for events', async () => {
    const answer = await get('/event?fail=whatever');
    expect([answer.status, answer.text]).toEqual([200, '']);
  });
});
