import { expect, it } from 'vitest';
import { describeChanges } from './describe-changes';

it('names what came, what went and what changed, and leaves the rest out', () => {
  const before = { name: 'Acme', email: 'a@acme.test', mappings: [{ basePath: '', stage: 'prod' }], names: ['a', 'b'] };
  const after = { name: 'Acme', contact: { phone: 1 }, mappings: [{ basePath: '', stage: 'beta' }], names: ['a'] };
  expect(describeChanges(before, after)).toEqual([
    { path: 'email', before: 'a@acme.test', after: null },
    { path: 'mappings › / › stage', before: 'prod', after: 'beta' },
    { path: 'names', before: 'a, b', after: 'a' },
    { path: 'contact › phone', before: null, after: '1' },
  ]);
});

it('takes nothing, and values that are no objects', () => {
  expect(describeChanges(null, null)).toEqual([]);
  expect(describeChanges(null, { ok: false })).toEqual([{ path: 'ok', before: null, after: 'no' }]);
  expect(describeChanges('a', 'b')).toEqual([{ path: '', before: 'a', after: 'b' }]);
  expect(describeChanges({ a: '' }, { a: null })).toEqual([{ path: 'a', before: '(empty)', after: null }]);
  expect(describeChanges({ a: 1 }, { a: { b: 1 } })).toEqual([{ path: 'a', before: '1', after: '{"b":1}' }]);
});

it('knows the things of a list by their names, wherever they stand', () => {
  const [shop, blog] = [
    { basePath: 'shop', stage: 'prod' },
    { basePath: 'blog', stage: 'prod' },
  ];
  expect(describeChanges({ m: [shop, blog] }, { m: [blog, shop] })).toEqual([]);
  expect(describeChanges({ m: [shop] }, { m: [blog, { ...shop, stage: 'beta' }] })).toEqual([
    { path: 'm › /shop › stage', before: 'prod', after: 'beta' },
    { path: 'm › /blog › basePath', before: null, after: 'blog' },
    { path: 'm › /blog › stage', before: null, after: 'prod' },
  ]);
  const records = [
    { name: 'x.test', type: 'A', value: '1.1.1.1' },
    { name: 'x.test', type: 'AAAA', value: '::1' },
  ];
  expect(describeChanges({ records }, { records: records.slice(1) })[0]?.path).toBe('records › A x.test › name');
});

it('knows nameless things, and names that stand twice, by their place', () => {
  expect(describeChanges([{ v: 1 }, { v: 2 }], [{ v: 1 }, { v: 3 }])).toEqual([
    { path: '2 › v', before: '2', after: '3' },
  ]);
  expect(describeChanges([{ name: 'a' }, { name: 'a', v: 1 }], [{ name: 'a' }, { name: 'a', v: 2 }])).toEqual([
    { path: '2 › v', before: '1', after: '2' },
  ]);
});
