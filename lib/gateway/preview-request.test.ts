import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { withDeclarations } from './mapping/declarations-for';
import { presets } from './mapping/presets';
import { sampleMethod } from './mapping/testing/sample-method';
import { sampleSnapshot } from './mapping/testing/sample-snapshot';
import type { Integration, Method } from './model';
import { type PreviewInput, previewRequest, sampleRequest } from './preview-request';
import { renderTemplate } from './templates/render-template';

const { api } = sampleSnapshot({});

function preview(method: Method, more: Partial<PreviewInput> = {}) {
  const path = more.path ?? '/orders/{id}';
  const verb = more.verb ?? 'ANY';
  return previewRequest({
    api,
    path,
    verb,
    method,
    request: sampleRequest(path, verb, method),
    stageVariables: {},
    ...more,
  });
}

const mapped = (integration: Partial<Integration>) => withDeclarations(sampleMethod(integration));

describe('previewRequest', () => {
  it('shows the request line, and where each header comes from', () => {
    const tenant = presets.find(({ id }) => id === 'tenant');
    const method = mapped({
      uri: 'https://back.example.com/v2/{id}',
      requestParameters: { 'integration.request.path.id': 'method.request.path.id' },
    });
    const shown = preview(tenant?.edit(method) ?? method);
    expect(shown).toMatchObject({
      outcome: 'sent',
      requestLine: 'POST https://back.example.com/v2/42',
      refusal: null,
      problems: [],
    });
    expect(shown.headers).toEqual(
      expect.arrayContaining([
        { name: 'Host', value: 'back.example.com', origin: 'gateway' },
        { name: 'Accept', value: '*/*', origin: 'client' },
        { name: 'X-Tenant', value: 'shop', origin: 'mapped', expression: 'context.domainPrefix' },
      ]),
    );
    expect(shown.body).toBe('{"id": 42, "name": "example"}');
  });

  it('begins with a sample that has what the method declares', () => {
    const method = mapped({
      requestParameters: {
        'integration.request.header.A': 'method.request.header.X-In',
        'integration.request.header.B': 'method.request.querystring.page',
      },
    });
    expect(preview(method).notes).toEqual([]);
    expect(
      preview(method)
        .headers.filter(({ origin }) => origin === 'mapped')
        .map(({ name, value }) => [name, value]),
    ).toEqual([
      ['A', 'value'],
      ['B', '2'],
    ]);
  });

  it('says what is left out and why', () => {
    const method = mapped({
      // biome-ignore lint/suspicious/noTemplateCurlyInString: AWS's own notation
      uri: 'https://${stageVariables.host}.example.com/',
      requestParameters: {
        'integration.request.header.A': 'method.request.header.X-In',
        'integration.request.header.B': 'method.request.querystring.page',
        'integration.request.header.C': 'context.authorizer.tenant',
        'integration.request.header.D': 'method.request.header.Missing',
      },
    });
    const request = {
      verb: 'GET',
      path: '/orders/1',
      headers: [
        ['x-in', '1'],
        ['Connection', 'close'],
      ] as const,
      body: '',
      host: 'h.example',
    };
    expect(preview(method, { request, stageVariables: { other: 'x' } }).notes).toEqual([
      'A is left out: the sample sends x-in, the mapping reads X-In, and letter case counts.',
      'B is left out: the sample has no query parameter page.',
      'C is not shown: context.authorizer.tenant is known only while a real request runs.',
      'D is left out: the sample has no header Missing.',
      'The stage variable host has no value in the stage: it is an empty text.',
      'API Gateway keeps to itself: Connection.',
    ]);
  });

  it('reports problems of the mappings beside', () => {
    const method = sampleMethod({ requestParameters: { 'integration.request.header.A': 'context.requestid' } });
    expect(preview(method).problems).toEqual([expect.objectContaining({ code: 'invalid-value', at: 8 })]);
    expect(preview(method).outcome).toBe('sent');
  });

  it("shows the gateway's own answer where nothing gets through", () => {
    const method = sampleMethod({ requestParameters: { 'integration.request.header.Content-Length': "'1'" } });
    expect(preview(method)).toMatchObject({
      outcome: 'refused',
      requestLine: null,
      refusal: { status: 500, sentence: expect.stringContaining('Content-Length') },
    });
    const request = sampleRequest('/other', 'GET', method);
    expect(preview(sampleMethod(), { request }).refusal?.sentence).toBe(
      "The sample's path does not fit /orders/{id}: try /orders/42.",
    );
  });

  it('waits for the template engine, and takes the authorizer for passed', () => {
    const method = sampleMethod(
      { type: 'HTTP', requestTemplates: { 'application/json': '{"n": $input.json("$.name")}' } },
      { authorizationType: 'AWS_IAM', apiKeyRequired: true },
    );
    expect(preview(method)).toMatchObject({ outcome: 'sent', body: null, awaitsTemplate: true });
    expect(preview(method, { render: renderTemplate })).toMatchObject({
      body: '{"n": "example"}',
      awaitsTemplate: false,
    });
  });

  it('shows the event of a Lambda proxy', () => {
    const uri = 'arn:aws:apigateway:eu-west-1:lambda:path/2015-03-31/functions/f/invocations';
    const shown = preview(sampleMethod({ type: 'AWS_PROXY', httpMethod: 'POST', uri }));
    expect(JSON.parse(shown.body ?? '')).toMatchObject({ resource: '/orders/{id}', pathParameters: { id: '42' } });
  });

  it('never throws, whatever is being typed', () => {
    const record = fc.dictionary(fc.oneof(fc.constant('integration.request.header.X'), fc.string()), fc.string());
    fc.assert(
      fc.property(record, fc.string(), fc.string(), (requestParameters, uri, path) => {
        const method = sampleMethod({ requestParameters, uri });
        const request = { ...sampleRequest('/', 'GET', method), path };
        expect(['sent', 'refused']).toContain(preview(method, { request }).outcome);
      }),
    );
  });
});
