import { expect, it } from 'vitest';
import { certificatesHref, readFilter } from './search-params';

const none = { search: '', status: null, sort: 'status', descending: false, page: 1 } as const;

it('reads what it writes, and takes nonsense for the default', () => {
  const filter = { search: 'shop', status: 'FAILED', sort: 'expires', descending: true, page: 3 } as const;
  const href = certificatesHref(filter, { page: 3 });
  expect(href).toBe('/certificates?q=shop&status=failed&sort=expires&dir=desc&page=3');
  expect(readFilter(Object.fromEntries(new URLSearchParams(href.split('?')[1])))).toEqual(filter);
  expect(readFilter({ status: 'x', sort: 'arn', dir: 'up', page: '-4' })).toEqual(none);
  expect(certificatesHref(none)).toBe('/certificates');
});

it('starts at page 1 when anything else changes', () => {
  expect(certificatesHref({ ...none, page: 7 }, { sort: 'name' })).toBe('/certificates?sort=name');
});
