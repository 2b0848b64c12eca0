import { expect, it } from 'vitest';
import { describeChanges } from './describe-changes';

it('names what came, what went and what changed, and leaves the rest out', () => {
  const before = { name: 'Acme', email: 'a@acme.test', mappings: [{ basePath: '', stage: 'prod' }], names: ['a', 'b'] };
  const after = { name: 'Acme', contact: { phone: 1 }, mappings: [{ basePath: '', stage: 'beta' }], names: ['a'] };
  expect(describeChanges(before, after)).toEqual([
    { path: 'email', before: 'a@acme.test', after: null },
    { path: 'mappings.0.stage', before: 'prod', after: 'beta' },
    { path: 'names', before: 'a, b', after: 'a' },
    { path: 'contact.phone', before: null, after: '1' },
  ]);
});

it('takes nothing, and values that are no objects', () => {
  expect(describeChanges(null, null)).toEqual([]);
  expect(describeChanges(null, { ok: false })).toEqual([{ path: 'ok', before: null, after: 'false' }]);
  expect(describeChanges('a', 'b')).toEqual([{ path: '', before: 'a', after: 'b' }]);
});
