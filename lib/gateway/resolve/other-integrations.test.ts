import { describe, expect, it } from 'vitest';
import { sampleMethod } from '../mapping/testing/sample-method';
import { sampleSnapshot } from '../mapping/testing/sample-snapshot';
import { requestOf, resolve } from '../resolve';
import { renderTemplate } from '../templates/render-template';
import { refusalOf, sent } from './testing/asked';

describe('AWS, AWS_PROXY and MOCK', () => {
  it.each([
    [
      'arn:aws:apigateway:eu-west-1:states:action/StartExecution',
      'https://states.eu-west-1.amazonaws.com',
      '/?Action=StartExecution',
    ],
    ['arn:aws:apigateway:eu-west-1:s3:path/docs/{key}', 'https://s3.eu-west-1.amazonaws.com', '/docs/7'],
    ['arn:aws:apigateway:eu-west-1:abc.iot:path/x', 'https://abc.iot.eu-west-1.amazonaws.com', '/x'],
  ])('%s', (uri, origin, path) => {
    const requestParameters = { 'integration.request.path.key': 'method.request.path.id' };
    const request = sent({
      type: 'AWS',
      httpMethod: 'POST',
      uri,
      credentials: 'arn:aws:iam::1:role/r',
      requestParameters,
    });
    expect(request).toMatchObject({ kind: 'aws', verb: 'POST', origin, path, credentials: 'arn:aws:iam::1:role/r' });
  });

  it('gives a function the event', () => {
    const uri =
      'arn:aws:apigateway:eu-west-1:lambda:path/2015-03-31/functions/arn:aws:lambda:eu-west-1:1:function:f/invocations';
    const mapped = { 'integration.request.header.X': "'ignored'" };
    const request = sent(
      { type: 'AWS_PROXY', httpMethod: 'POST', uri, requestParameters: mapped },
      {
        path: '/a/%2B?q=1&q=2',
        fullPath: '/base/a/%2B',
        headers: [
          ['X-Own', 'a'],
          ['X-Own', 'b'],
        ],
        body: 'text',
      },
      { stage: { name: 'prod', variables: { v: '1' } }, restApiId: 'api', resourceIds: { '/a/{id}': 'res' } },
    );
    expect(request).toMatchObject({
      kind: 'event',
      verb: 'POST',
      path: '/2015-03-31/functions/arn:aws:lambda:eu-west-1:1:function:f/invocations',
    });
    const event = request.body.kind === 'event' ? request.body.event : null;
    expect(event).toMatchObject({
      resource: '/a/{id}',
      path: '/base/a/%2B',
      httpMethod: 'GET',
      pathParameters: { id: '%2B' },
      queryStringParameters: { q: '2' },
      multiValueQueryStringParameters: { q: ['1', '2'] },
      stageVariables: { v: '1' },
      body: 'text',
      requestContext: { stage: 'prod', apiId: 'api', resourceId: 'res', resourcePath: '/a/{id}', path: '/base/a/%2B' },
    });
    expect(event?.headers).toMatchObject({ 'X-Own': 'b', 'X-Forwarded-Proto': 'https' });
    expect(event?.multiValueHeaders).toMatchObject({ 'X-Own': ['a', 'b'] });
    expect(event?.headers).not.toHaveProperty('X');
  });

  it('fails a function that is not called with POST', () => {
    const uri = 'arn:aws:apigateway:eu-west-1:lambda:path/2015-03-31/functions/f/invocations';
    const snapshot = sampleSnapshot({ 'GET /': sampleMethod({ type: 'AWS_PROXY', httpMethod: 'GET', uri }) });
    expect(refusalOf(snapshot, { verb: 'GET', path: '/' })).toMatchObject({
      status: 500,
      sentence: expect.stringContaining('POST'),
    });
  });

  it.each<[string, number | null]>([
    ['{"statusCode": 204}', 204],
    ['{statusCode: 200}', 200],
    ['{"statusCode": $input.params("code")}', null],
  ])('a mock answers %s: %s', (template, status) => {
    const method = sampleMethod({ type: 'MOCK', uri: null, requestTemplates: { 'application/json': template } });
    const resolution = resolve(sampleSnapshot({ 'GET /': method }), requestOf({ verb: 'GET', path: '/' }));
    expect(resolution).toMatchObject({ outcome: 'mocked', status });
  });

  it('a mock without a status fails', () => {
    const method = sampleMethod({
      type: 'MOCK',
      uri: null,
      requestTemplates: { 'application/json': '{"status": $context.stage}' },
    });
    const options = { render: renderTemplate };
    expect(refusalOf(sampleSnapshot({ 'GET /': method }), { verb: 'GET', path: '/' }, options).status).toBe(500);
  });
});
