import { expect, it } from 'vitest';
import type { ExplainedRequest, ExplainedSide } from '@/lib/explain/model';
import { testRequestOf } from './test-request-of';

const working = {
  key: 'working',
  decision: { verb: 'POST' },
  route: { path: '/orders/{id}', verb: 'ANY', pathParameters: { id: '7' } },
} as unknown as ExplainedSide;
const asked = (url: string, more: Partial<ExplainedRequest> = {}) =>
  ({ asked: { method: 'POST', url }, host: null, sides: [working], ...more }) satisfies ExplainedRequest;
const extras = { headers: [['X-A', '1'] as [string, string]], body: '{}' };

it('tests the path that is left for the gateway, with the query', () => {
  const host = { path: '/orders/7' } as ExplainedRequest['host'];
  expect(testRequestOf(asked('https://shop.example.com/v1/orders/7?a=1?&b#c', { host }), extras)).toEqual({
    path: '/orders/{id}',
    verb: 'ANY',
    method: 'POST',
    pathWithQuery: '/orders/7?a=1?&b',
    ...extras,
  });
});

it('takes a path alone as it is', () => {
  expect(testRequestOf(asked('/orders/7?a=1'), extras)?.pathWithQuery).toBe('/orders/7?a=1');
  expect(testRequestOf(asked('/orders/7'), extras)?.pathWithQuery).toBe('/orders/7');
});

it('has nothing to test where the working copy has no route', () => {
  expect(testRequestOf(asked('/orders/7', { sides: [{ ...working, route: null }] }), extras)).toBeNull();
  expect(testRequestOf(asked('/orders/7', { sides: [] }), extras)).toBeNull();
});
