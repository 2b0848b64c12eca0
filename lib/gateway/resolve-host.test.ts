import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type HostMapping, resolveHost } from './resolve-host';

const mapped = (domainName: string, ...basePaths: string[]): HostMapping[] =>
  basePaths.map((basePath) => ({ domainName, basePath, restApiId: 'api', stage: 'prod' }));
const single = mapped('shop.example.com', '', 'orders');
const multi = mapped(
  'shop.example.com',
  '',
  'orders',
  'orders/v1/items',
  'orders/v2/items',
  'orders/v1/items/categories',
);

const way = (mappings: HostMapping[], url: string) => {
  const found = resolveHost(mappings, url);
  return found.ok ? [found.mapping?.basePath ?? null, found.path] : found.reason;
};

describe('resolveHost', () => {
  it.each<[string, HostMapping[], unknown]>([
    ['https://shop.example.com/orders/1?x=1', single, ['orders', '/1']],
    ['https://shop.example.com/orders', single, ['orders', '/']],
    ['https://shop.example.com/ordersandmore', single, ['', '/ordersandmore']],
    ['https://shop.example.com', single, ['', '/']],
    ['SHOP.example.com:8443/Orders/', single, ['', '/Orders/']],
    ['https://shop.example.com/x', mapped('shop.example.com', 'orders'), 'no-mapping'],
    ['https://shop.example.com/orders', multi, ['orders', '/']],
    ['https://shop.example.com/orders/v1/items/123', multi, ['orders/v1/items', '/123']],
    ['https://shop.example.com/orders/v1/items/categories/5', multi, ['orders/v1/items/categories', '/5']],
    ['https://shop.example.com/orders/v2/items/categories/5', multi, ['orders/v2/items', '/categories/5']],
    ['https://shop.example.com/ordersandmore', multi, ['orders', '/andmore']],
    ['https://shop.example.com/customers', multi, ['', '/customers']],
    ['https://a.shop.example.com/', [...single, ...mapped('*.shop.example.com', '')], ['', '/']],
    ['https://a.b.shop.example.com/', [...single, ...mapped('*.shop.example.com', '')], 'unknown-host'],
    ['https://abc123.execute-api.eu-west-1.amazonaws.com/prod/orders', [], [null, '/orders']],
    ['https://abc123.execute-api.eu-west-1.amazonaws.com/', [], 'no-stage'],
    ['/orders', single, 'bad-url'],
    ['https://shop/orders', single, 'bad-url'],
  ])('%s', (url, mappings, expected) => expect(way(mappings, url)).toEqual(expected));

  it('takes the exact name before the wildcard, even when that one has no mapping', () => {
    const wild = mapped('*.example.com', '');
    expect(way(wild, 'https://shop.example.com/')).toEqual(['', '/']);
    expect(resolveHost(wild, 'https://shop.example.com/', ['shop.example.com'])).toMatchObject({
      reason: 'no-mapping',
      answer: { status: 403, body: '{"message":"Forbidden"}' },
    });
  });

  it('lets the path name the stage where the mapping names none', () => {
    const open = single.map((mapping) => ({ ...mapping, stage: null }));
    expect(resolveHost(open, 'https://shop.example.com/orders/test/7')).toMatchObject({
      ok: true,
      stage: 'test',
      path: '/7',
    });
    expect(resolveHost(open, 'https://shop.example.com/orders')).toMatchObject({ ok: false, reason: 'no-stage' });
  });

  it('says why, and why not the others', () => {
    expect(resolveHost(single, 'https://shop.example.com/Orders')).toMatchObject({
      sentence: 'No other base path fits, so the empty mapping serves.',
      passedOver: [{ sentence: 'Differs from Orders in letter case, which counts.' }],
    });
    expect(resolveHost(multi, 'https://shop.example.com/orders/v1/items')).toMatchObject({
      matchesByPrefix: true,
      passedOver: expect.arrayContaining([
        {
          mapping: expect.objectContaining({ basePath: 'orders' }),
          sentence: 'Fits, but a longer base path does, too.',
        },
      ]),
    });
  });

  it('never throws', () => {
    fc.assert(
      fc.property(fc.string(), (url) => {
        expect(resolveHost(single, url)).toHaveProperty('ok');
      }),
    );
  });
});
