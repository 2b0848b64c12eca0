import { describe, expect, it } from 'vitest';
import { presets } from './mapping/presets';
import { sampleMethod } from './mapping/testing/sample-method';
import { sampleSnapshot } from './mapping/testing/sample-snapshot';
import type { Integration, IntegrationResponse } from './model';
import { sampleRequest } from './preview-request';
import { previewResponse, type SampleAnswer } from './preview-response';
import { renderTemplate } from './templates/render-template';

const plain: IntegrationResponse = { selectionPattern: null, contentHandling: null, parameters: {}, templates: {} };

function preview(integration: Partial<Integration>, answer: Partial<SampleAnswer> = {}, render = false) {
  const method = sampleMethod({ type: 'HTTP', ...integration });
  return previewResponse({
    api: sampleSnapshot({}).api,
    path: '/a',
    verb: 'GET',
    method,
    request: sampleRequest('/a', 'GET', method),
    stageVariables: { v: 'value' },
    answer: {
      status: 200,
      headers: [
        ['Content-Type', 'application/json'],
        ['Location', '/x'],
        ['Date', 'now'],
      ],
      body: '{"a": [1]}',
      ...answer,
    },
    ...(render ? { render: renderTemplate } : {}),
  });
}

describe('previewResponse', () => {
  const responses = {
    '200': {
      ...plain,
      parameters: {
        'method.response.header.Location': 'integration.response.header.Location',
        'method.response.header.Date': 'integration.response.header.date',
        'method.response.header.X-First': 'integration.response.body.a[0]',
        'method.response.header.X-V': 'stageVariables.v',
        'method.response.header.X-Host': 'context.domainName',
      },
    },
    '404': {
      ...plain,
      selectionPattern: '40[0-9]',
      templates: { 'application/json': '{"error": $input.json("$.a")}' },
    },
    '500': {
      ...plain,
      selectionPattern: '5\\d\\d',
      templates: {
        'application/json':
          '#set($context.responseOverride.status = 502)#set($context.responseOverride.header.Retry-After = "5")down',
      },
    },
  };

  it('maps headers and renames those that clients never get as they are', () => {
    const shown = preview({ responses });
    expect([shown.status, shown.body, shown.selected?.sentence]).toEqual([
      200,
      '{"a": [1]}',
      'The default integration response serves the status 200.',
    ]);
    expect(shown.headers.map(({ name, value, origin }) => [name, value, origin])).toEqual([
      ['Location', '/x', 'mapped'],
      ['x-amzn-Remapped-Date', 'now', 'mapped'],
      ['X-First', '1', 'mapped'],
      ['X-V', 'value', 'mapped'],
      ['X-Host', 'shop.example.com', 'mapped'],
      ['Content-Type', 'application/json', 'gateway'],
    ]);
  });

  it('selects by the whole status and renders the template', () => {
    expect(preview({ responses }, { status: 404 })).toMatchObject({ status: 404, body: null });
    expect(preview({ responses }, { status: 404 }, true)).toMatchObject({ status: 404, body: '{"error": [1]}' });
    expect(preview({ responses }, { status: 503 }, true)).toMatchObject({
      status: 502,
      body: 'down',
      headers: expect.arrayContaining([{ name: 'Retry-After', value: '5', origin: 'template' }]),
    });
  });

  it("selects by a Lambda function's error message", () => {
    const uri = 'arn:aws:apigateway:eu-west-1:lambda:path/2015-03-31/functions/f/invocations';
    const lambda = {
      type: 'AWS',
      uri,
      responses: { '200': plain, '400': { ...plain, selectionPattern: 'Bad.*' } },
    } as const;
    expect(preview(lambda, { body: '{"errorMessage": "Bad input"}' }).status).toBe(400);
    expect(preview(lambda, { body: '{"ok": true}' }).status).toBe(200);
  });

  it('says what a proxy does, which is to ignore all of it', () => {
    const shown = preview(
      { type: 'HTTP_PROXY', responses },
      {
        status: 418,
        headers: [
          ['Server', 'x'],
          ['Via', 'y'],
          ['X-A', '1'],
        ],
      },
    );
    expect(shown.status).toBe(418);
    expect(shown.notes).toEqual([expect.stringContaining('ignores integration responses')]);
    expect(shown.headers.map(({ name }) => name)).toEqual(['x-amzn-Remapped-Server', 'X-A', 'Content-Type']);
  });

  it('fails where nothing fits', () => {
    expect(preview({ responses: { '404': responses['404'] } })).toMatchObject({
      status: 500,
      body: '{"message":"Internal server error"}',
      notes: ['No integration response fits the status 200, and there is no default one.'],
    });
  });

  it('shows what the security preset does', () => {
    const preset = presets.find(({ id }) => id === 'security-headers');
    const method = preset?.edit(sampleMethod({ type: 'HTTP' }));
    const names = preview(method?.integration ?? {}).headers.map(({ name }) => name);
    expect(names).toEqual(expect.arrayContaining(Object.keys(preset?.headers ?? { none: '' })));
  });
});
