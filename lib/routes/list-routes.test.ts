import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { GatewayView, StageView } from '@/lib/changes/model';
import { emptyIntegration, emptyMethod, emptySnapshot } from '@/lib/gateway/defaults';
import type { Method, Snapshot, Verb } from '@/lib/gateway/model';
import { snapshot as snapshots } from '@/lib/gateway/testing/arbitraries';
import { listRoutes } from './list-routes';

const method = (host: string): Method => ({
  ...emptyMethod(),
  integration: { ...emptyIntegration('HTTP_PROXY'), uri: `https://${host}/`, httpMethod: 'ANY' },
});

function gateway(routes: Record<string, Partial<Record<Verb, Method>>>): Snapshot {
  const resources = Object.entries(routes).map(([path, methods]) => [path, { methods }]);
  return { ...emptySnapshot('shared'), resources: { '/': { methods: {} }, ...Object.fromEntries(resources) } };
}

const stage = (name: string, live: Snapshot | null): StageView => ({
  name,
  deploymentId: 'd1',
  description: null,
  variables: {},
  live,
});

function viewOf(working: Snapshot, stages: StageView[], draft?: Snapshot): GatewayView {
  const ids = { restApiId: 'a1', resources: {}, authorizers: {}, validators: {} };
  const view = { restApiId: 'a1', region: 'us-east-1', seenAt: '', working, workingHash: '', ids, stages };
  return { ...view, draft: draft ? ({ changeSet: { number: 12 }, snapshot: draft, conflicts: [] } as never) : null };
}

describe('the list of routes', () => {
  it('holds each side against the working copy', () => {
    const working = gateway({
      '/a': { GET: method('one') },
      '/b': { GET: method('one') },
      '/c': { GET: method('one') },
    });
    const live = gateway({
      '/a': { GET: method('one') },
      '/b': { GET: method('old') },
      '/gone': { GET: method('old') },
    });
    const draft = gateway({ '/a': { GET: method('two'), POST: method('one') }, '/b': { GET: method('one') } });
    const rows = listRoutes(viewOf(working, [stage('prod', live), stage('lost', null)], draft), new Map());
    const told = rows.flatMap(({ path, methods }) =>
      methods.map(({ verb, target, draft, stages }) => [`${verb} ${path}`, target, draft, stages]),
    );
    expect(told).toEqual([
      ['GET /a', 'two/', 'changed', {}],
      ['POST /a', 'one/', 'new', {}],
      ['GET /b', 'one/', null, { prod: 'changed' }],
      ['GET /c', 'one/', 'removed', { prod: 'new' }],
      ['GET /gone', 'old/', null, { prod: 'removed' }],
    ]);
    expect(rows.find(({ path }) => path === '/c')?.draft).toBe('removed');
  });

  it('gives each path the owner of the nearest path above', () => {
    const view = viewOf(gateway({ '/a': {}, '/a/b': {}, '/a/b/c': {}, '/ab': {} }), []);
    const rows = listRoutes(
      view,
      new Map([
        ['/a', 'Ann'],
        ['/a/b/c', 'Cem'],
      ]),
    );
    expect(rows.map(({ path, owner }) => [path, owner?.name ?? null, owner?.from ?? null])).toEqual([
      ['/', null, null],
      ['/a', 'Ann', '/a'],
      ['/a/b', 'Ann', '/a'],
      ['/a/b/c', 'Cem', '/a/b/c'],
      ['/ab', null, null],
    ]);
  });

  it('can be searched by header and back end', () => {
    const sends = method('one');
    if (sends.integration) sends.integration.requestParameters = { 'integration.request.header.X-Tenant': "'a'" };
    const [, row] = listRoutes(viewOf(gateway({ '/a': { GET: sends } }), []), new Map());
    expect(row?.methods[0]?.terms.split(' ')).toEqual(expect.arrayContaining(['x-tenant', 'https://one/']));
  });

  it('says of any gateway that is as deployed that it is the same everywhere', () => {
    fc.assert(
      fc.property(snapshots(), (working) => {
        const rows = listRoutes(viewOf(working, [stage('prod', { ...working, stages: {} })], working), new Map());
        expect(rows.map(({ path }) => path).sort()).toEqual(Object.keys(working.resources).sort());
        for (const { draft, methods } of rows) {
          expect(draft).toBeNull();
          for (const one of methods) expect([one.draft, one.stages]).toEqual([null, {}]);
        }
      }),
      { numRuns: 50 },
    );
  });
});
