import { describe, expect, it } from 'vitest';
import type { ChangeSet, GatewayView } from '@/lib/changes/model';
import { sampleMethod } from '@/lib/gateway/mapping/testing/sample-method';
import { sampleSnapshot } from '@/lib/gateway/mapping/testing/sample-snapshot';
import type { Method, Snapshot } from '@/lib/gateway/model';
import { explainInView } from './explain-in-view';

const changeSet = { number: 12 } as ChangeSet;
// biome-ignore lint/suspicious/noTemplateCurlyInString: AWS's own notation
const uri = 'https://${stageVariables.host}/orders/{id}';
const order = (more: Record<string, string> = {}, address = uri): Method =>
  sampleMethod(
    {
      uri: address,
      requestParameters: {
        'integration.request.path.id': 'method.request.path.id',
        'integration.request.header.X-Tenant': 'context.domainPrefix',
        ...more,
      },
    },
    { requestParameters: { 'method.request.path.id': true } },
  );
const routes = (method: Method) => sampleSnapshot({ 'GET /orders/{id}': method, 'POST /orders/mine': method });

function view(live: Snapshot | null, working: Snapshot, draft: Snapshot | null = null): GatewayView {
  return {
    restApiId: 'api',
    region: 'us-east-1',
    seenAt: '',
    working,
    workingHash: '',
    ids: { restApiId: 'api', resources: { '/orders/{id}': 'res' }, authorizers: {}, validators: {} },
    stages: [
      { name: 'prod', deploymentId: 'dep', description: null, variables: { host: 'live.example.com' }, live },
      { name: 'test', deploymentId: 'dep2', description: null, variables: {}, live },
    ],
    draft: draft && { changeSet, snapshot: draft, conflicts: [] },
  };
}

const known = {
  mappings: [
    { domainName: 'shop.example.com', basePath: '', restApiId: 'api', stage: 'prod' },
    { domainName: 'shop.example.com', basePath: 'v2', restApiId: 'other', stage: 'prod' },
    { domainName: 'multi.example.com', basePath: 'a/b', restApiId: 'api', stage: 'prod' },
    { domainName: 'gone.example.com', basePath: '', restApiId: 'api', stage: 'gone' },
  ],
  domains: ['shop.example.com', 'bare.example.com'],
  tenantOf: (host: string) => (host === 'shop.example.com' ? { slug: 'shop', name: 'Shop' } : null),
};
const ask = (over: GatewayView, url: string, more: { method?: 'GET' | 'POST'; headers?: [string, string][] } = {}) =>
  explainInView(over, { method: 'GET', url, headers: [], body: '', ...more }, known);

describe('explainInView', () => {
  const live = routes(order());

  it('tells the way from the domain to the back end', () => {
    const { host, sides } = ask(view(live, live), 'https://shop.example.com/orders/mine?x=1');
    expect(host).toMatchObject({
      reached: true,
      domainName: 'shop.example.com',
      stage: 'prod',
      path: '/orders/mine',
      tenant: { slug: 'shop' },
      passedOver: [{ basePath: 'v2', sentence: 'The first part of the path is orders, not v2.' }],
    });
    expect(sides.map(({ key, title }) => [key, title])).toEqual([
      ['stage:prod', 'live on prod'],
      ['working', 'the working copy'],
    ]);
    const [side] = sides;
    expect(side).toMatchObject({
      route: { path: '/orders/{id}', verb: 'GET', pathParameters: { id: 'mine' } },
      integration: { type: 'HTTP_PROXY', uri, stageVariables: [{ name: 'host', value: 'live.example.com' }] },
      mappings: [
        { target: 'path variable id', expression: 'method.request.path.id', values: ['mine'] },
        { target: 'header X-Tenant', expression: 'context.domainPrefix', values: ['shop'] },
      ],
      sent: { requestLine: 'GET https://live.example.com/orders/mine?x=1', body: null },
      refusal: null,
      answers: { ignored: expect.stringContaining('ignores integration responses') },
    });
    expect(side?.decision?.candidates.map(({ path, verdict }) => `${path} ${verdict}`)).toContain(
      '/orders/mine no-method',
    );
    expect(sides[1]?.differences).toEqual([]);
  });

  it('says what is different in working copy and draft', () => {
    const working = routes(
      order({ 'integration.request.header.X-New': "'1'", 'integration.request.header.X-Tenant': "'fixed'" }),
    );
    const draft = sampleSnapshot({ 'GET /{proxy+}': order({}, 'https://new.example.com/') });
    const { sides } = ask(view(live, working, draft), 'https://shop.example.com/orders/7');
    expect(sides.map(({ differences }) => differences)).toEqual([
      [],
      ['The header X-Tenant is fixed; in live on prod shop.', 'The header X-New: 1 is new.'],
      [
        'Served by GET /{proxy+}; in the working copy by GET /orders/{id}.',
        'Sent as GET https://new.example.com/; in the working copy as GET https://live.example.com/orders/7.',
        'The header Host is new.example.com; in the working copy live.example.com.',
        'The header X-Tenant is shop; in the working copy fixed.',
        'The header X-New is gone.',
      ],
    ]);
    const gone = ask(view(live, sampleSnapshot({})), 'https://shop.example.com/orders/7');
    expect(gone.sides[1]).toMatchObject({
      refusal: { status: 403 },
      differences: ['API Gateway answers 403 by itself; in live on prod the back end is called.'],
    });
  });

  it('lower-cases header names behind mappings of several levels', () => {
    const reads = routes(order({ 'integration.request.header.Out': 'method.request.header.X-In' }));
    const at = (url: string) => ask(view(reads, reads), url, { headers: [['X-In', '1']] });
    const valuesOf = ({ sides }: ReturnType<typeof ask>) => sides[0]?.mappings.at(-1)?.values;
    expect(valuesOf(at('https://shop.example.com/orders/7'))).toEqual(['1']);
    const multi = at('https://multi.example.com/a/b/orders/7');
    expect(valuesOf(multi)).toEqual([]);
    expect(multi.host?.notes).toEqual([expect.stringContaining('lower case')]);
  });

  it.each([
    ['https://shop.example.com/v2/orders', null, /another API, other/],
    ['https://bare.example.com/', 403, /no mapping at all/],
    ['https://gone.example.com/', 403, /no stage gone/],
    ['https://unknown.example.org/', null, /no custom domain unknown\.example\.org/],
    ['no url', null, /whole URL/],
  ])('%s ends before the gateway', (url, status, sentence) => {
    const { host, sides } = ask(view(live, live), url);
    expect([host?.reached, host?.answer?.status ?? null, sides]).toEqual([false, status, []]);
    expect(host?.sentence).toMatch(sentence);
  });

  it("goes through the API's own address unless that is switched off", () => {
    const url = 'https://api.execute-api.us-east-1.amazonaws.com/test/orders/7';
    expect(ask(view(live, live), url)).toMatchObject({ host: { reached: true, stage: 'test', path: '/orders/7' } });
    const off = { ...live, api: { ...live.api, executeApiDisabled: true } };
    expect(ask(view(off, live), url).host).toMatchObject({ reached: false, answer: { status: 403 } });
  });

  it('explains a path alone for every stage', () => {
    const { host, sides } = ask(view(live, live), '/orders/7');
    expect(host).toBeNull();
    expect(sides.map(({ key }) => key)).toEqual(['stage:prod', 'stage:test', 'working']);
    expect(sides[1]?.integration?.stageVariables).toEqual([{ name: 'host', value: null }]);
    expect(sides[1]?.refusal?.status).toBe(500);
    expect(sides.map(({ comparedWith }) => comparedWith)).toEqual([null, 'stage:prod', 'stage:prod']);
    expect(sides[2]?.differences).toEqual([]);
  });

  it('admits what it does not know', () => {
    const [side, working] = ask(view(null, live), 'https://shop.example.com/orders/7').sides;
    expect(side).toMatchObject({ unknown: expect.stringContaining('could not read'), decision: null, sent: null });
    expect(working).toMatchObject({ unknown: null, differences: [] });
  });
});
