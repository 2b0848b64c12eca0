import { describe, expect, it } from 'vitest';
import { applyEdits } from './apply-edits';
import { blastRadius, type Exposure } from './blast-radius';
import { canonicalise } from './canonicalise';
import { emptyMethod, emptySnapshot } from './defaults';
import { diff } from './diff';
import type { Edit } from './edits';
import type { Method } from './model';

const exposure = (domain: string, basePath = '', stage: string | null = 'prod'): Exposure => {
  return { domain, basePath, stage, tenantSlug: domain.split('.')[0] ?? null, tenantName: domain };
};
const using: Method = { ...emptyMethod(), requestModels: { 'application/json': 'Orders' } };
const model = (schema: string) => ({ contentType: 'application/json', description: null, schema });
const gateway = canonicalise({
  ...emptySnapshot('shop'),
  resources: {
    '/': { methods: { GET: emptyMethod() } },
    '/orders/{id}': { methods: { GET: using, POST: emptyMethod() } },
    '/ordersandmore': { methods: { GET: emptyMethod() } },
  },
  models: { Order: model('{"type":"object"}'), Orders: model('{"items":{"$ref":"#/components/schemas/Order"}}') },
});

const touch = (path: string): Edit => {
  return { op: 'set', subject: { kind: 'method', path, verb: 'GET' }, field: 'apiKeyRequired', key: null, value: true };
};

function urls(edit: Edit, exposures: Exposure[]): Record<string, string[]> {
  const after = applyEdits(gateway, [edit]);
  const affected = blastRadius(diff(gateway, after).differences, exposures, [gateway, after]);
  return Object.fromEntries(
    affected.map(({ verb, path, domains }) => [`${verb} ${path}`, domains.map(({ url }) => url)]),
  );
}

describe('blastRadius', () => {
  it('has the addresses under which tenants reach a route', () => {
    const exposures = [exposure('a.example'), exposure('b.example', 'shop'), exposure('c.example', '(none)', null)];
    expect(urls(touch('/orders/{id}'), exposures)).toEqual({
      'GET /orders/{id}': [
        'https://a.example/orders/{id}',
        'https://b.example/shop/orders/{id}',
        'https://c.example/{stage}/orders/{id}',
      ],
    });
    expect(urls(touch('/'), exposures)).toEqual({
      'GET /': ['https://a.example/', 'https://b.example/shop', 'https://c.example/{stage}'],
    });
  });

  it('leaves out what a longer base path takes', () => {
    const exposures = [exposure('a.example'), exposure('a.example', 'orders', 'test')];
    expect(urls(touch('/orders/{id}'), exposures)).toEqual({
      'GET /orders/{id}': ['https://a.example/orders/orders/{id}'],
    });
    expect(urls(touch('/ordersandmore'), exposures)['GET /ordersandmore']).toContain('https://a.example/ordersandmore');
  });

  it('compares texts, not segments, as soon as a base path has several levels', () => {
    const exposures = [exposure('a.example'), exposure('a.example', 'orders'), exposure('a.example', 'v1/x')];
    expect(urls(touch('/ordersandmore'), exposures)['GET /ordersandmore']).not.toContain(
      'https://a.example/ordersandmore',
    );
  });

  it('leads from what is shared to the routes that use it', () => {
    const edit: Edit = {
      op: 'set',
      subject: { kind: 'model', name: 'Order' },
      field: 'description',
      key: null,
      value: 'x',
    };
    expect(urls(edit, [exposure('a.example')])).toEqual({ 'GET /orders/{id}': ['https://a.example/orders/{id}'] });
  });

  it('names no single routes for a change of all', () => {
    const edit: Edit = { op: 'set', subject: { kind: 'api' }, field: 'description', key: null, value: 'x' };
    expect(urls(edit, [exposure('a.example')])).toEqual({ 'ANY *': ['https://a.example/'] });
  });
});
