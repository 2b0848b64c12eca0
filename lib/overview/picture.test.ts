import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Headline, headlines } from '@/lib/domains/model';
import type { Integration, Resource } from '@/lib/inventory/model';
import { backEndOf } from './back-end-of';
import { countTenants, needsAttention } from './count-tenants';
import type { OverviewDomain } from './model';
import { drawPicture, ungroupedLimit } from './picture';
import { nodeSize } from './place-columns';

const integration = (type: string, uri: string | null): Integration => ({
  type,
  uri,
  httpMethod: 'ANY',
  connectionType: null,
  requestParameters: {},
  timeoutMs: 29_000,
});
const resource = (path: string, uri: string | null, type = 'HTTP_PROXY'): Resource => ({
  restApiId: 'api1',
  id: path,
  parentId: null,
  path,
  methods: [
    { httpMethod: 'ANY', authorizationType: 'NONE', apiKeyRequired: false, integration: integration(type, uri) },
  ],
});
const gateway = {
  restApi: { id: 'api1', name: 'shared-gateway' },
  stages: [{ name: 'prod' }],
  resources: [
    { ...resource('/', null), methods: [] },
    resource('/service1', 'http://one.internal:9081/'),
    resource('/service1/{proxy+}', 'http://one.internal:9081/{proxy}'),
    resource('/service2/{proxy+}', 'http://two.internal/{proxy}'),
  ],
};

function tenants(count: number, headlineOf: (index: number) => Headline = () => 'Live'): OverviewDomain[] {
  return Array.from({ length: count }, (_, index) => ({
    hostname: `t${index}.example.com`,
    tenantSlug: `t${index}`,
    tenantName: `Tenant ${index}`,
    headline: headlineOf(index),
    sentence: 'It is.',
    failing: null,
    actor: 'nobody',
    since: '2026-01-01T00:00:00.000Z',
    gatewayDomainName: `t${index}.example.com`,
  }));
}
const mappingsOf = (domains: OverviewDomain[]) =>
  domains.map(({ gatewayDomainName }) => ({
    domainName: gatewayDomainName,
    basePath: '',
    restApiId: 'api1',
    stage: 'prod',
  }));
const draw = (domains: OverviewDomain[], open: Headline[] = []) =>
  drawPicture({ domains, mappings: mappingsOf(domains), gateway, open });

describe('the picture of the gateway', () => {
  it('leads from one tenant to its back ends', () => {
    const picture = draw(tenants(1));
    expect(picture.nodes.map(({ column, label, detail }) => `${column} ${label}: ${detail}`)).toEqual([
      '0 t0.example.com: Tenant 0',
      '1 (empty base path): 1 domain',
      '2 prod: Stage of shared-gateway',
      '3 /service1: 2 paths · ANY',
      '3 /service2: 1 path · ANY',
      '4 one.internal:9081: HTTP endpoint',
      '4 two.internal: HTTP endpoint',
    ]);
    expect(picture.edges.map(({ id }) => id)).toEqual([
      'domain t0.example.com mapping  prod',
      'mapping  prod stage prod',
      'stage prod route /service1',
      'route /service1 back end one.internal:9081',
      'stage prod route /service2',
      'route /service2 back end two.internal',
    ]);
  });

  it('groups by headline beyond twelve, worst first, and opens a group on demand', () => {
    const domains = tenants(200, (index) => (index < 3 ? 'Broken' : index < 10 ? 'Working' : 'Live'));
    const first = (open: Headline[]) => draw(domains, open).nodes.filter(({ column }) => column === 0);
    expect(first([]).map(({ label, detail }) => `${label}: ${detail}`)).toEqual([
      'Broken: 3 domains',
      'Working: 7 domains',
      'Live: 190 domains',
    ]);
    const opened = first(['Broken', 'Live']);
    expect(opened.filter(({ kind }) => kind === 'domain')).toHaveLength(3 + 20);
    expect(opened.find(({ id }) => id === 'group Live')?.detail).toBe('170 more of 190');
  });

  it('keeps domains of a wildcard, which share its mappings', () => {
    const [domain] = tenants(1);
    const wildcard = { ...(domain as OverviewDomain), gatewayDomainName: '*.example.com' };
    const picture = drawPicture({
      domains: [wildcard],
      mappings: [{ domainName: '*.example.com', basePath: 'v1', restApiId: 'api1', stage: null }],
      gateway,
      open: [],
    });
    expect(picture.nodes.find(({ kind }) => kind === 'mapping')?.label).toBe('/v1');
    expect(picture.edges.some(({ id }) => id === 'mapping v1  stage prod')).toBe(true);
  });

  it('never overlaps, never points nowhere, and stays small however many there are', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom(...headlines), { maxLength: 300 }),
        fc.subarray([...headlines]),
        (chosen, open) => {
          const domains = tenants(chosen.length, (index) => chosen[index] ?? 'Live');
          const picture = draw(domains, open);
          const ids = new Set(picture.nodes.map(({ id }) => id));
          expect(ids.size).toBe(picture.nodes.length);
          for (const { from, to } of picture.edges) expect(ids.has(from) && ids.has(to)).toBe(true);
          for (let column = 0; column < 5; column++) {
            const tops = picture.nodes.filter((node) => node.column === column).map(({ y }) => y);
            tops.slice(1).forEach((y, index) => {
              expect(y - (tops[index] ?? 0)).toBeGreaterThan(nodeSize.height);
            });
          }
          if (open.length === 0)
            expect(picture.nodes.filter(({ column }) => column === 0).length).toBeLessThanOrEqual(ungroupedLimit);
          expect(draw(domains, open)).toEqual(picture);
        },
      ),
      { numRuns: 50 },
    );
  });
});

it.each([
  ['AWS', 'arn:aws:apigateway:us-east-1:s3:path/gatehouse-docs/{proxy}', 'gatehouse-docs', 'S3 bucket'],
  [
    'AWS_PROXY',
    'arn:aws:apigateway:us-east-1:lambda:path/2015-03-31/functions/arn:aws:lambda:us-east-1:1:function:orders/invocations',
    'orders',
    'Lambda',
  ],
  ['AWS', 'arn:aws:apigateway:eu-west-1:states:action/StartExecution', 'StartExecution', 'Step Functions'],
  ['HTTP', 'https://{host}.internal/x', '{host}.internal', 'HTTPS endpoint'],
  ['MOCK', null, 'Mock', 'Answered by the gateway'],
])('names what a %s integration calls', (type, uri, name, kind) => {
  expect(backEndOf(integration(type, uri))).toEqual({ name, kind });
});

it('counts a tenant once, by its worst domain, and lists what is pressing first', () => {
  const [a, b, c] = tenants(3, (index) => (['Live', 'Waiting for tenant', 'Broken'] as const)[index] ?? 'Live');
  const domains = [a, { ...b, tenantSlug: 't0' }, c] as OverviewDomain[];
  expect(countTenants(domains, 2)).toMatchObject({ 'Waiting for tenant': 1, Broken: 1, Live: 0, Draft: 2 });
  expect(needsAttention(domains).map(({ headline }) => headline)).toEqual(['Broken', 'Waiting for tenant']);
});
