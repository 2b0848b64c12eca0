import { describe, expect, it } from 'vitest';
import { applyEdits } from './apply-edits';
import { canonicalise } from './canonicalise';
import { emptyIntegration, emptyIntegrationResponse, emptyMethod, emptySnapshot, emptyStage } from './defaults';
import { diff } from './diff';
import type { Edit } from './edits';
import { editsOf } from './edits-of';
import type { Method, Snapshot } from './model';

const method: Method = {
  ...emptyMethod(),
  responses: { 200: { parameters: {}, models: {} } },
  integration: {
    ...emptyIntegration('HTTP'),
    uri: 'https://a.example/',
    httpMethod: 'GET',
    responses: { 200: emptyIntegrationResponse() },
  },
};

const gateway: Snapshot = canonicalise({
  ...emptySnapshot('shop'),
  resources: {
    '/orders/{id}/items': { methods: { GET: method, POST: method } },
    '/orders-old': { methods: { GET: method } },
  },
  stages: { prod: { ...emptyStage(), variables: { tier: 'a' } } },
});

const get = { path: '/orders/{id}/items', verb: 'GET' } as const;

describe('applyEdits', () => {
  it('leaves the snapshot that it is given alone and shares what no edit touches', () => {
    const before = structuredClone(gateway);
    const edits: Edit[] = [
      { op: 'set', subject: { kind: 'integration', ...get }, field: 'timeoutMs', key: null, value: 1_000 },
      { op: 'remove', subject: { kind: 'method', ...get, verb: 'POST' } },
    ];
    const after = applyEdits(gateway, edits);
    expect(gateway).toEqual(before);
    expect(after.resources['/orders-old']).toBe(gateway.resources['/orders-old']);
    expect(after.resources['/orders/{id}/items']?.methods.GET?.integration?.timeoutMs).toBe(1_000);
    expect(Object.keys(after.resources['/orders/{id}/items']?.methods ?? {})).toEqual(['GET']);
  });

  it('makes the parents of a resource and keeps the methods of one that exists', () => {
    const after = applyEdits(gateway, [
      { op: 'put', subject: { kind: 'resource', path: '/a/b/c' }, value: { methods: {} } },
      { op: 'put', subject: { kind: 'resource', path: '/orders-old' }, value: { methods: { PUT: method } } },
      { op: 'put', subject: { kind: 'method', path: '/x/y', verb: 'GET' }, value: method },
    ]);
    expect(Object.keys(after.resources)).toEqual([
      '/',
      '/a',
      '/a/b',
      '/a/b/c',
      '/orders',
      '/orders/{id}',
      '/orders/{id}/items',
      '/orders-old',
      '/x',
      '/x/y',
    ]);
    expect(Object.keys(after.resources['/orders-old']?.methods ?? {})).toEqual(['GET', 'PUT']);
    expect(after.resources['/x/y']?.methods.GET).toEqual(method);
  });

  it('removes a resource with everything below it, but not what only begins alike', () => {
    const after = applyEdits(gateway, [{ op: 'remove', subject: { kind: 'resource', path: '/orders' } }]);
    expect(Object.keys(after.resources)).toEqual(['/', '/orders-old']);
    const emptied = applyEdits(gateway, [{ op: 'remove', subject: { kind: 'resource', path: '/' } }]);
    expect(emptied.resources).toEqual({ '/': { methods: {} } });
  });

  it('takes a field back to its default and an entry away with null', () => {
    const after = applyEdits(gateway, [
      { op: 'set', subject: { kind: 'stage', name: 'prod' }, field: 'variables', key: 'tier', value: null },
      { op: 'set', subject: { kind: 'stage', name: 'prod' }, field: 'variables', key: '__proto__', value: 'x' },
      { op: 'set', subject: { kind: 'integration', ...get }, field: 'timeoutMs', key: null, value: 50 },
      { op: 'set', subject: { kind: 'integration', ...get }, field: 'timeoutMs', key: null, value: null },
      { op: 'set', subject: { kind: 'api' }, field: 'description', key: null, value: '' },
    ]);
    expect(Object.entries(after.stages.prod?.variables ?? {})).toEqual([['__proto__', 'x']]);
    expect(after.resources[get.path]?.methods.GET).toEqual(gateway.resources[get.path]?.methods.GET);
    expect(after.api).toEqual(gateway.api);
  });

  it('does nothing to what is not there', () => {
    const nowhere = { path: '/nowhere', verb: 'GET' } as const;
    const after = applyEdits(gateway, [
      { op: 'set', subject: { kind: 'method', ...nowhere }, field: 'apiKeyRequired', key: null, value: true },
      { op: 'put', subject: { kind: 'integration', ...nowhere }, value: emptyIntegration() },
      {
        op: 'put',
        subject: { kind: 'integration-response', ...nowhere, status: '200' },
        value: emptyIntegrationResponse(),
      },
      { op: 'remove', subject: { kind: 'method', ...nowhere } },
      { op: 'remove', subject: { kind: 'api' } },
      { op: 'set', subject: { kind: 'api' }, field: 'nonsense', key: null, value: 'x' },
    ]);
    expect(after).toEqual(gateway);
  });
});

describe('editsOf', () => {
  it('removes a subtree at its top', () => {
    const after = applyEdits(gateway, [{ op: 'remove', subject: { kind: 'resource', path: '/orders' } }]);
    expect(editsOf(diff(gateway, after).differences)).toEqual([
      { op: 'remove', subject: { kind: 'resource', path: '/orders' } },
    ]);
  });
});
