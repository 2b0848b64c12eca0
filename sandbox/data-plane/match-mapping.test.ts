import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { matchMapping } from './match-mapping';

describe('matchMapping', () => {
  it.each([
    [['orders', ''], '/orders/7', 'orders', '/7'],
    [['orders', ''], '/orders', 'orders', '/'],
    [['orders', ''], '/orders/', 'orders', '/'],
    [['orders', ''], '/ordersandmore', '', '/ordersandmore'],
    [['orders', ''], '/Orders', '', '/Orders'],
    [['orders', ''], '//orders/7', 'orders', '/7'],
    [[''], '/', '', '/'],
  ])('single level: %j, %s', (basePaths, path, basePath, rest) => {
    expect(matchMapping(basePaths, path)).toEqual({ basePath, rest });
  });

  const several = ['', 'orders', 'orders/v1/items', 'orders/v2/items', 'orders/v1/items/categories'];

  it.each([
    ['/orders', 'orders', '/'],
    ['/orders/v1/items/123', 'orders/v1/items', '/123'],
    ['/orders/v1/items/categories/5', 'orders/v1/items/categories', '/5'],
    ['/orders/v2/items/categories/5', 'orders/v2/items', '/categories/5'],
    ['/ordersandmore', 'orders', '/andmore'],
    ['/customers', '', '/customers'],
  ])("several levels, AWS's own examples: %s", (path, basePath, rest) => {
    expect(matchMapping(several, path)).toEqual({ basePath, rest });
  });

  it('finds none when there is no empty mapping to fall back to', () => {
    expect(matchMapping(['orders'], '/customers')).toBeUndefined();
    expect(matchMapping([], '/')).toBeUndefined();
    expect(matchMapping(['a/b'], '/a')).toBeUndefined();
  });

  it('loses nothing of the path', () => {
    const part = fc.constantFrom('a', 'b', 'ab');
    const basePath = fc.array(part, { maxLength: 3 }).map((parts) => parts.join('/'));
    const path = fc.array(part, { maxLength: 5 }).map((parts) => `/${parts.join('/')}`);
    fc.assert(
      fc.property(fc.uniqueArray(basePath), path, (basePaths, asked) => {
        const matched = matchMapping(basePaths, asked);
        if (!matched) {
          expect(basePaths).not.toContain('');
          return;
        }
        expect(basePaths).toContain(matched.basePath);
        // Where a prefix ends within a segment, the slash before the rest is new.
        const joined = `/${matched.basePath}`.replace(/\/$/, '');
        expect([`${joined}${matched.rest}`, `${joined}${matched.rest.slice(1)}`]).toContain(asked);
      }),
    );
  });
});
