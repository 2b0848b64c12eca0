import fc from 'fast-check';
import { expect, it } from 'vitest';
import { explainHref } from './explain-href';

it('stays readable', () => {
  expect(explainHref({ method: 'GET', url: 'https://shop.example.com/orders/42?page=2&q=a b#x' })).toBe(
    '/explain?method=GET&url=https://shop.example.com/orders/42?page=2%26q=a%20b%23x',
  );
});

it('gives back whatever was asked about', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (url) => {
      const { searchParams } = new URL(explainHref({ method: 'PATCH', url }), 'http://localhost');
      expect([searchParams.get('method'), searchParams.get('url')]).toEqual(['PATCH', url]);
    }),
  );
});
