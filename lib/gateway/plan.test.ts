import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CallRates, GatewayCall } from './calls';
import { canonicalise } from './canonicalise';
import { emptyIntegration, emptyIntegrationResponse, emptyMethod, emptySnapshot } from './defaults';
import { diff } from './diff';
import type { Integration, Method, Snapshot } from './model';
import { plan } from './plan';
import { snapshotPair } from './testing/arbitraries';
import { valid } from './testing/arbitraries/valid';
import { executeCall } from './testing/execute-plan';

const noLimits: CallRates = () => null;

const callsBetween = (from: Snapshot, to: Snapshot): GatewayCall[] =>
  plan(diff(from, to), noLimits).calls.map(({ call }) => call);

const base: Integration = { ...emptyIntegration('HTTP'), uri: 'https://a.example/', httpMethod: 'GET' };
const method: Method = {
  ...emptyMethod(),
  responses: { 200: { parameters: { 'method.response.header.X': false }, models: {} } },
  integration: { ...base, responses: { 200: emptyIntegrationResponse() } },
};

const gateway = (resources: Record<string, Method | null>, more: Partial<Snapshot> = {}): Snapshot =>
  canonicalise({
    ...emptySnapshot('shop'),
    ...more,
    resources: Object.fromEntries(
      Object.entries(resources).map(([path, get]) => [path, { methods: get ? { GET: get } : {} }]),
    ),
  });

const names = (calls: GatewayCall[]) =>
  calls.map((call) => ('path' in call ? `${call.operation} ${call.path}` : call.operation));

describe('plan', () => {
  it('makes every step of its way a gateway that AWS takes, and ends where it is to', () => {
    fc.assert(
      fc.property(snapshotPair(), ({ before, after }) => {
        let now = before;
        for (const call of callsBetween(before, after)) {
          now = executeCall(now, call);
          // Nothing dangles: not a reference, a declaration, a second path variable.
          const wrong = diff(canonicalise(now), canonicalise(valid(now, { isBetween: true }))).differences;
          expect(wrong).toEqual([]);
        }
        const { stages: _stages, ...wanted } = after;
        const { stages: _others, ...reached } = canonicalise(now);
        expect(reached).toEqual(wanted);
      }),
      { numRuns: 40 },
    );
  });

  it('has no calls where nothing is different', () => {
    fc.assert(
      fc.property(snapshotPair(), ({ before }) => {
        expect(plan(diff(before, structuredClone(before)), noLimits)).toEqual({ calls: [], durationMs: 0, costs: [] });
      }),
      { numRuns: 30 },
    );
  });

  it('deletes a subtree at its top, before a path variable that takes its place', () => {
    const from = gateway({ '/orders/{a}': method, '/orders/{a}/items': method });
    const to = gateway({ '/orders/{b}': null });
    expect(names(callsBetween(from, to))).toEqual(['DeleteResource /orders/{a}', 'CreateResource /orders/{b}']);
  });

  it('changes everything of one thing in one call', () => {
    const changed: Method = {
      ...method,
      apiKeyRequired: true,
      operationName: 'get~orders/all',
      requestModels: { 'application/json': 'Order' },
      integration: method.integration && {
        ...method.integration,
        timeoutMs: 100,
        uri: 'https://b.example/',
        requestTemplates: { 'text/~plain': 'x' },
      },
    };
    const models = { Order: { contentType: 'application/json', description: null, schema: '{"type":"object"}' } };
    const calls = callsBetween(gateway({ '/orders': method }), gateway({ '/orders': changed }, { models }));
    expect(names(calls)).toEqual(['CreateModel', 'UpdateMethod /orders', 'UpdateIntegration /orders']);
    expect(calls[1]).toMatchObject({
      patches: [
        { op: 'replace', path: '/apiKeyRequired', value: 'true' },
        { op: 'replace', path: '/operationName', value: 'get~orders/all' },
        { op: 'add', path: '/requestModels/application~1json', value: 'Order' },
      ],
    });
    expect(calls[2]).toMatchObject({
      patches: [
        { op: 'replace', path: '/uri', value: 'https://b.example/' },
        { op: 'replace', path: '/timeoutInMillis', value: '100' },
        { op: 'add', path: '/requestTemplates/text~1~0plain', value: 'x' },
      ],
    });
  });

  it('puts an integration of another type with all its responses', () => {
    const mock: Method = {
      ...method,
      integration: { ...emptyIntegration('MOCK'), responses: { 200: emptyIntegrationResponse() } },
    };
    expect(names(callsBetween(gateway({ '/a': method }), gateway({ '/a': mock })))).toEqual([
      'PutIntegration /a',
      'PutIntegrationResponse /a',
    ]);
  });

  it('maps between declaring what is new and no longer declaring what was', () => {
    const mapping = (declared: string): Method => ({
      ...method,
      requestParameters: { [declared]: false },
      integration: { ...base, requestParameters: { 'integration.request.header.X': declared } },
    });
    const calls = callsBetween(
      gateway({ '/a': mapping('method.request.header.q') }),
      gateway({ '/a': mapping('method.request.querystring.q') }),
    );
    expect(names(calls)).toEqual(['UpdateIntegration /a', 'UpdateMethod /a', 'UpdateIntegration /a']);
    expect(calls[1]).toMatchObject({
      patches: [
        { op: 'remove', path: '/requestParameters/method.request.header.q' },
        { op: 'add', path: '/requestParameters/method.request.querystring.q', value: 'false' },
      ],
    });
  });

  it('makes a model of another content type anew, and unties it before', () => {
    const model = (contentType: string) => ({ Order: { contentType, description: null, schema: '{"type":"object"}' } });
    const using: Method = { ...method, requestModels: { 'application/json': 'Order' } };
    const from = gateway({ '/a': using }, { models: model('application/json') });
    const to = gateway({ '/a': using }, { models: model('application/hal+json') });
    expect(names(callsBetween(from, to))).toEqual(['UpdateMethod /a', 'DeleteModel', 'CreateModel', 'UpdateMethod /a']);
  });

  it('says what each call does', () => {
    fc.assert(
      fc.property(snapshotPair(), ({ before, after }) => {
        for (const { sentence } of plan(diff(before, after), noLimits).calls) expect(sentence).toMatch(/^[A-Z].*[^.]$/);
      }),
      { numRuns: 30 },
    );
  });
});

describe('the time of a plan', () => {
  const rates: CallRates = (operation) => {
    if (operation === '*') return { intervalMs: 100, burst: 40 };
    return operation === 'CreateResource' ? { intervalMs: 200, burst: 1 } : null;
  };
  const many = (count: number, get: Method | null) =>
    gateway(Object.fromEntries(Array.from({ length: count }, (_, index) => [`/r${index}`, get])));

  it('is that of the narrowest quota', () => {
    const empty = gateway({});
    expect(plan(diff(empty, many(11, null)), rates)).toMatchObject({
      durationMs: 2_000,
      costs: [{ operation: 'CreateResource', calls: 11, durationMs: 2_000 }],
    });
    // Five calls each: 250 in all, of which 40 go at once; making resources has time enough meanwhile.
    const { calls, durationMs } = plan(diff(empty, many(50, method)), rates);
    expect(calls).toHaveLength(250);
    expect(durationMs).toBe((250 - 40) * 100);
  });
});
