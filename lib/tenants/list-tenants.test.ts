import { eq, sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Db } from '@/lib/db/db';
import { domainHistory, domains, tenants } from '@/lib/db/schema';
import { testDb } from '@/lib/db/test-db';
import type { Headline } from '@/lib/domains/model';
import { listTenants, type TenantsFilter, tenantsQuery } from '@/lib/tenants/list-tenants';

let db: Db;
let close: () => Promise<void>;

const filter: TenantsFilter = { search: '', headline: null, sort: 'name', descending: false, page: 1 };

async function addTenant(slug: string, name: string, headlines: Headline[]) {
  const [tenant] = await db
    .insert(tenants)
    .values({ slug, name, contactEmail: `it@${slug}.test` })
    .returning();
  for (const [index, headline] of headlines.entries()) {
    await db.insert(domains).values({
      tenantId: tenant?.id ?? '',
      hostname: `${slug}-${index}.example.com`,
      kind: 'managed',
      certificateMode: 'dedicated',
      gatewayDomainName: `${slug}-${index}.example.com`,
      headline,
    });
  }
}

beforeAll(async () => {
  ({ db, close } = await testDb());
  await addTenant('alpha', 'Alpha 100%', ['Live']);
  await addTenant('beta', 'beta', ['Live', 'Broken', 'Waiting for tenant', 'Live']);
  await addTenant('gamma', 'Gamma', ['Working']);
  await addTenant('delta', 'Delta', []);
});
afterAll(() => close());

describe('listTenants', () => {
  it('gives each tenant the worst headline of its domains, and a draft to those without', async () => {
    const { rows, total, all, counts } = await listTenants(db, filter, null);
    expect(rows.map((row) => [row.slug, row.headline, row.domainCount])).toEqual([
      ['alpha', 'Live', 1],
      ['beta', 'Broken', 4],
      ['delta', 'Draft', 0],
      ['gamma', 'Working', 1],
    ]);
    expect(rows[1]?.hostnames).toEqual(['beta-0.example.com', 'beta-1.example.com', 'beta-2.example.com']);
    expect([total, all, counts]).toEqual([4, 4, { Live: 1, Broken: 1, Draft: 1, Working: 1 }]);
  });

  it.each([
    ['ALPHA', ['alpha']],
    ['beta-3.example', ['beta']],
    ['it@gamma', ['gamma']],
    ['100%', ['alpha']],
    ['_lpha', []],
    ["'; drop table tenants; --", []],
  ])('searches names, slugs, contacts and hostnames: %s', async (search, slugs) => {
    const { rows, total, all } = await listTenants(db, { ...filter, search }, null);
    expect(rows.map((row) => row.slug)).toEqual(slugs);
    expect([total, all]).toEqual([slugs.length, 4]);
  });

  it('shows the last week of the domain that gives the headline, and since when it fails', async () => {
    const now = new Date('2026-03-10T12:00:00.000Z');
    const failing = { since: '2026-03-10T11:48:00.000Z', checks: 5 };
    const status = sql`${JSON.stringify({ sentence: 'No answer.', watch: { failing } })}::jsonb`;
    const [broken] = await db
      .update(domains)
      .set({ status })
      .where(eq(domains.hostname, 'beta-1.example.com'))
      .returning();
    const [other] = await db.select().from(domains).where(eq(domains.hostname, 'beta-0.example.com'));
    const at = (domainId = '', time = '', headline: Headline = 'Live') => ({
      domainId,
      at: new Date(time),
      headline,
      sentence: 'So it is.',
      actor: 'us' as const,
    });
    await db
      .insert(domainHistory)
      .values([
        at(broken?.id, '2026-02-01T00:00:00.000Z', 'Working'),
        at(broken?.id, '2026-02-02T00:00:00.000Z'),
        at(broken?.id, '2026-03-09T00:00:00.000Z', 'Live, at risk'),
        at(broken?.id, '2026-03-10T11:48:00.000Z', 'Broken'),
        at(other?.id, '2026-03-09T00:00:00.000Z'),
      ]);
    const { rows } = await listTenants(db, filter, null, now);
    const beta = rows.find(({ slug }) => slug === 'beta');
    expect(beta).toMatchObject({ sentence: 'No answer.', failing });
    expect(beta?.history.map(({ at: since, state }) => [since, state])).toEqual([
      ['2026-02-02T00:00:00.000Z', 'Live'],
      ['2026-03-09T00:00:00.000Z', 'Live, at risk'],
      ['2026-03-10T11:48:00.000Z', 'Broken'],
    ]);
    expect(rows.find(({ slug }) => slug === 'alpha')).toMatchObject({ failing: null, history: [] });
  });

  it('filters by headline and keeps the counts of the others', async () => {
    const { rows, total, counts } = await listTenants(db, { ...filter, headline: 'Broken' }, null);
    expect(rows.map((row) => row.slug)).toEqual(['beta']);
    expect([total, counts.Live]).toEqual([1, 1]);
  });

  it('sorts, also backwards', async () => {
    const worst = await listTenants(db, { ...filter, sort: 'headline' }, null);
    expect(worst.rows.map((row) => row.slug)).toEqual(['beta', 'gamma', 'delta', 'alpha']);
    const created = await listTenants(db, { ...filter, sort: 'created', descending: true }, null);
    expect(created.rows.map((row) => row.slug)).toEqual(['delta', 'gamma', 'beta', 'alpha']);
  });
});

it('reads 1,000 tenants by indexes or one pass, a page of 50 at a time', async () => {
  await db.execute(
    sql`insert into tenants (slug, name) select 'many-' || i, 'Many ' || i from generate_series(1, 1000) i`,
  );
  await db.execute(sql`insert into domains (tenant_id, hostname, kind, certificate_mode, gateway_domain_name, headline)
    select id, slug || '.example.com', 'managed', 'dedicated', slug || '.example.com', 'Live' from tenants where slug like 'many-%'`);
  await db.execute(sql`analyze`);
  const { rows } = await listTenants(db, { ...filter, page: 2 }, null);
  expect(rows).toHaveLength(50);
  const plan = await db.execute<{ 'QUERY PLAN': string }>(
    sql`explain analyze ${tenantsQuery({ ...filter, page: 2 }, null)}`,
  );
  const text = plan.rows.map((row) => row['QUERY PLAN']).join('\n');
  if (process.env.PLAN) console.log(text);
  expect(text).not.toMatch(/Seq Scan.*loops=(\d{3,})/);
});
