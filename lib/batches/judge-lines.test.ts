import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { onboardTenant } from '@/lib/tenants/onboard-tenant';
import { goodForm, type TestWorld, testWorld } from '@/lib/tenants/testing/test-world';
import { judgeLines } from './judge-lines';
import type { BatchInput } from './model';

let world: TestWorld;
beforeAll(async () => {
  world = await testWorld();
  await onboardTenant(world.ctx, goodForm({ slug: 'here', name: 'Here Already', label: 'here' }), world.network);
  await world.putCustomerRecord('taken.example.org', 'CNAME', 'shop.hoster.example');
});
afterAll(() => world.close());

const good: BatchInput = {
  name: 'Acme',
  slug: '',
  contactEmail: '',
  hostname: 'acme.example.com',
  certificate: '',
  basePath: '',
  stage: '',
  confirm: '',
};
const judge = (...rows: Partial<BatchInput>[]) =>
  judgeLines(
    world.ctx,
    rows.map((row, index) => ({ line: index + 2, input: { ...good, ...row } })),
    world.network,
  );

describe('one row', () => {
  it.each<[string, Partial<BatchInput>, object]>([
    ['is good', {}, {}],
    [
      'is good with all that can be left out',
      { slug: 'acme', certificate: 'Dedicated', basePath: '/', stage: 'prod' },
      {},
    ],
    ['has no name', { name: ' ' }, { name: /Enter the name/ }],
    ['has a name that makes no slug', { name: '東京' }, { slug: /Enter one/ }],
    ['has a bad slug', { slug: 'Ac me' }, { slug: /lower-case/ }],
    ['has a bad contact', { contactEmail: 'nobody' }, { contactEmail: /e-mail/ }],
    ['has no hostname', { hostname: '' }, { hostname: /Enter the hostname/ }],
    ['has a bad hostname', { hostname: 'a b.example.com' }, { hostname: /./ }],
    ['has a wildcard as its hostname', { hostname: '*.example.com' }, { hostname: /hostname of its own/ }],
    ['has a hostname that is here', { hostname: 'HERE.example.com.' }, { hostname: /./ }],
    ["has another tenant's slug", { slug: 'here' }, { slug: /Here Already has this slug/ }],
    ['gives a tenant who is here another domain', { slug: 'here', name: 'here already' }, {}],
    ['has a word for a certificate', { certificate: 'yes' }, { certificate: /Write dedicated/ }],
    ['wants a wildcard that is not there', { certificate: 'wildcard' }, { certificate: /\*\.example\.com/ }],
    ['has a certificate that is not there', { certificate: 'arn:aws:acm:x' }, { certificate: /inventory/ }],
    ['has two levels of paths', { basePath: 'a/b' }, { basePath: /one level/ }],
    ['has a stage that is not there', { stage: 'nope' }, { stage: /no such stage/ }],
    ['is at a name in use', { hostname: 'taken.example.org' }, { confirm: /shop\.hoster\.example.*Type taken/ }],
    ['takes a name in use over', { hostname: 'taken.example.org', confirm: 'taken.example.org' }, {}],
  ])('%s', async (_, row, errors) => {
    const [judged] = await judge(row);
    const expected = Object.entries(errors).map(([column, pattern]) => [column, expect.stringMatching(pattern)]);
    expect(judged?.errors).toEqual(Object.fromEntries(expected));
  });
});

describe('rows together', () => {
  it('may not have one hostname', async () => {
    const [first, second] = await judge({}, { name: 'Beta', hostname: 'ACME.example.com' });
    expect(first?.errors).toEqual({});
    expect(second?.errors).toEqual({ hostname: 'Line 2 has this hostname already.' });
  });
  it('with one slug are domains of one tenant', async () => {
    const rows = await judge({}, { hostname: 'shop.example.com' });
    expect(rows.map(({ slug, errors }) => [slug, errors])).toEqual([
      ['acme', {}],
      ['acme', {}],
    ]);
  });
  it('with one slug have one name and one contact', async () => {
    const [, second, third] = await judge(
      { contactEmail: 'ops@acme.example' },
      { slug: 'acme', name: 'Acme Ltd', hostname: 'b.example.com' },
      { contactEmail: 'else@acme.example', hostname: 'c.example.com' },
    );
    expect(second?.errors).toEqual({ slug: 'Line 2 has this slug for Acme.' });
    expect(third?.errors.contactEmail).toMatch(/another contact/);
  });
});
