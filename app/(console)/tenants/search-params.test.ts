import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { headlines } from '@/lib/domains/model';
import type { TenantsFilter } from '@/lib/tenants/list-tenants';
import { readFilter, tenantsHref } from './search-params';

const defaults: TenantsFilter = { search: '', headline: null, sort: 'name', descending: false, page: 1 };

function readHref(href: string): TenantsFilter {
  return readFilter(Object.fromEntries(new URL(href, 'http://localhost').searchParams));
}

describe("the table's state in the address", () => {
  it.each([
    [{}],
    [{ headline: 'nonsense', sort: 'x', dir: 'up', page: '-3' }],
    [{ page: 'NaN' }],
    [{ page: '1e9999' }],
  ])('%j is the default', (query) => {
    expect(readFilter(query)).toEqual(defaults);
  });

  it('takes a list where one value is meant', () => {
    expect(readFilter({ q: ['a', 'b'], page: ['2', '3'] })).toMatchObject({ search: 'a', page: 2 });
  });

  it('takes a headline also as it is written', () => {
    expect(readFilter({ headline: 'Live, at risk' }).headline).toBe('Live, at risk');
  });

  it('starts at page 1 when the filter changes, not when only the page does', () => {
    const filter = { ...defaults, page: 4, search: 'a b' };
    expect(tenantsHref(filter, { headline: 'Live, at risk' })).toBe('/tenants?q=a+b&headline=live-at-risk');
    expect(tenantsHref(filter, { page: 5 })).toBe('/tenants?q=a+b&page=5');
  });

  it('comes back from the address as it went in', () => {
    const filter = fc.record({
      search: fc.string({ maxLength: 50 }).map((text) => text.trim()),
      headline: fc.option(fc.constantFrom(...headlines)),
      sort: fc.constantFrom<TenantsFilter['sort']>('name', 'headline', 'since', 'created'),
      descending: fc.boolean(),
      page: fc.integer({ min: 1, max: 1000 }),
    });
    fc.assert(
      fc.property(filter, (one) => {
        expect(readHref(tenantsHref(one, { page: one.page }))).toEqual(one);
      }),
    );
  });
});
