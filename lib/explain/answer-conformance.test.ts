import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { presets } from '@/lib/gateway/mapping/presets';
import { sampleMethod } from '@/lib/gateway/mapping/testing/sample-method';
import type { IntegrationResponse, Method } from '@/lib/gateway/model';
import { previewResponse } from '@/lib/gateway/preview-response';
import { renderTemplate } from '@/lib/gateway/templates/render-template';
import { groupBy } from '@/lib/group-by';
import { type ConformanceWorld, conformanceWorld, type DeployedGateway } from './testing/conformance-world';
import type { EchoAnswer } from './testing/echo-server';

/** The gateway's own, and what is about the connection. */
const ofTheWire =
  /^(connection|content-length|transfer-encoding|date|keep-alive|x-amzn-requestid|x-amz-apigw-id|x-amzn-trace-id|x-amzn-remapped-(connection|content-length))$/i;

const plain: IntegrationResponse = { selectionPattern: null, contentHandling: null, parameters: {}, templates: {} };
const named = (headers: Record<string, string>) =>
  Object.fromEntries(Object.entries(headers).map(([name, value]) => [`method.response.header.${name}`, value]));

/** Declares what its integration responses map. */
function declared(method: Method): Method {
  const responses = Object.entries(method.integration?.responses ?? {}).map(([status, { parameters }]) => {
    const keys = Object.keys(parameters).map((key) => [key, false] as const);
    return [status, { parameters: Object.fromEntries(keys), models: {} }] as const;
  });
  return { ...method, responses: Object.fromEntries(responses) };
}

const mapped = {
  '200': {
    ...plain,
    parameters: named({
      Location: 'integration.response.header.location',
      'X-All': 'integration.response.multivalueheader.X-Two',
      'X-Body': 'integration.response.body.a[0]',
      'X-Stage': 'context.stage',
      'X-Var': 'stageVariables.name',
      Server: "'mine'",
      'User-Agent': "'odd'",
      Via: "'1.1 x'",
    }),
  },
  '404': {
    ...plain,
    selectionPattern: '40\\d',
    templates: { 'application/json': '{"was": $input.json("$.a"), "at": "$context.path"}' },
  },
  '500': {
    ...plain,
    selectionPattern: '5..',
    templates: {
      'text/html': '',
      'application/json':
        '#set($context.responseOverride.status = 418)#set($context.responseOverride.header.X-Set = "t")short',
    },
  },
};

let world: ConformanceWorld;
let gateway: DeployedGateway;
let routes: Record<string, Method>;
beforeAll(async () => {
  world = await conformanceWorld();
  const uri = `${world.backEnd.origin}/`;
  const secure = presets.find(({ id }) => id === 'security-headers');
  const http = sampleMethod({ type: 'HTTP', uri });
  routes = {
    'GET /mapped': declared(sampleMethod({ type: 'HTTP', uri, responses: mapped })),
    'GET /none': declared(sampleMethod({ type: 'HTTP', uri, responses: { '404': mapped['404'] } })),
    'GET /secure': secure?.edit(http) ?? http,
    'GET /proxy': sampleMethod({ uri }),
  };
  gateway = await world.deploy(routes);
});
afterAll(() => world.stop());

describe('what previewResponse says is what the client gets', () => {
  const json: [string, string] = ['Content-Type', 'application/json'];
  const many: [string, string][] = [
    json,
    ['Location', '/new'],
    ['X-Two', '1'],
    ['X-Two', '2'],
    ['Server', 'inner'],
    ['Via', '1.1 inner'],
    ['WWW-Authenticate', 'Basic'],
    ['Access-Control-Allow-Origin', '*'],
    ['x-amzn-RequestId', 'inner'],
  ];

  it.each<[string, EchoAnswer]>([
    ['/mapped', { status: 200, headers: many, body: '{"a": [1, 2]}' }],
    ['/mapped', { status: 302, headers: many, body: '' }],
    ['/mapped', { status: 404, headers: [json], body: '{"a": "gone"}' }],
    ['/mapped', { status: 404, headers: [['Content-Type', 'text/html']], body: 'no json' }],
    ['/mapped', { status: 503, headers: [json], body: '{}' }],
    ['/mapped', { status: 503, headers: [['Content-Type', 'text/html; charset=utf-8']], body: '<p>' }],
    ['/none', { status: 200, headers: [json], body: '{}' }],
    ['/secure', { status: 500, headers: many, body: '{"a": 1}' }],
    ['/proxy', { status: 201, headers: many, body: '{"a": 1}' }],
    ['/proxy', { status: 200, headers: [], body: 'x' }],
  ])('%s %j', async (path, answer) => {
    world.backEnd.answerWith(answer);
    const request = { verb: 'GET', path, headers: [] as [string, string][], body: '' };
    const happened = await world.ask(gateway, request);
    const method = gateway.snapshot.resources[path]?.methods.GET;
    if (!method) throw new Error(path);
    const shown = previewResponse({
      api: gateway.snapshot.api,
      path,
      verb: 'GET',
      method,
      request: { ...request, host: gateway.host },
      stage: world.stage,
      stageVariables: world.variables,
      answer,
      render: renderTemplate,
    });
    const got = Object.entries(happened.answer.headers).flatMap(([name, value]) =>
      [value ?? ''].flat().map((each) => [name, each]),
    );
    const comparable = (headers: string[][]) => {
      const relevant = headers.filter(([name = '']) => !ofTheWire.test(name));
      return [...groupBy(relevant, ([name = '']) => name.toLowerCase())]
        .map(([name, pairs]) => `${name}: ${pairs.map(([, value]) => value).join(', ')}`)
        .sort();
    };
    expect({ status: happened.answer.status, body: happened.answer.body, headers: comparable(got) }).toEqual({
      status: shown.status,
      body: shown.body?.replace('"at": "/mapped"', '"at": "/prod/mapped"'),
      headers: comparable(shown.headers.map(({ name, value }) => [name, value])),
    });
  });
});
