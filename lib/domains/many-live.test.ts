import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { domains, inventory, tenants } from '@/lib/db/schema';
import { testDb } from '@/lib/db/test-db';
import { claimDueDomain, nextDue } from '@/lib/domains/claim';
import { noticeChanges } from '@/lib/domains/notice-changes';
import { readServing, servedBy } from '@/lib/domains/served-by';
import { certificate, gatewayDomain, liveBefore, mapping } from '@/lib/domains/testing/decide-fixtures';

const count = 1000;
const now = new Date('2026-11-22T12:00:00.000Z');
const inAnHour = new Date(now.getTime() + 3_600_000);

let database: Awaited<ReturnType<typeof testDb>>;
beforeAll(async () => {
  database = await testDb();
  const { db } = database;
  const [tenant] = await db.insert(tenants).values({ slug: 'many', name: 'Many' }).returning();
  const names = Array.from({ length: count }, (_, n) => `shop${n}.example.com`);
  const put = (kind: 'gateway-domain' | 'certificate' | 'mapping' | 'stage', key: string, data: object) => ({
    kind,
    key,
    data: data as never,
    seenAt: now,
  });
  await db
    .insert(inventory)
    .values([
      put('certificate', 'arn', certificate({ arn: 'arn' })),
      put('stage', 'api/prod', { restApiId: 'api', name: 'prod', deploymentId: 'd1' }),
      ...names.flatMap((name) => [
        put('gateway-domain', name, gatewayDomain({ name, certificateArn: 'arn' })),
        put('mapping', `${name}/`, mapping({ domainName: name })),
      ]),
    ]);
  const serving = await readServing(db, null);
  const status = liveBefore();
  await db.insert(domains).values(
    names.map((hostname) => ({
      tenantId: tenant?.id ?? '',
      hostname,
      kind: 'managed' as const,
      zoneId: 'ZONE',
      certificateMode: 'existing' as const,
      gatewayDomainName: hostname,
      headline: 'Live',
      nextCheckAt: inAnHour,
      status: {
        ...status,
        watch: {
          calmSince: status.since,
          failing: null,
          insideAt: null,
          servedBy: servedBy({ gatewayDomainName: hostname }, serving),
        },
      },
    })),
  );
  await db.execute(sql`analyze domains`);
});
afterAll(() => database.close());

const dueCount = async (until: Date) => {
  const { rows } = await database.db.execute<{ n: number }>(
    sql`select count(*)::int as n from domains where next_check_at <= ${until.toISOString()}::timestamptz`,
  );
  return rows[0]?.n;
};

it('finds the next of a thousand Live domains by the index', async () => {
  const { rows } = await database.db.execute<{ 'QUERY PLAN': string }>(
    sql`explain select id from domains where next_check_at <= now() and (lease_until is null or lease_until <= now()) order by next_check_at limit 1`,
  );
  expect(rows.map((row) => row['QUERY PLAN']).join('\n')).toMatch(/Index Scan using domains_next_check/);
  expect(await claimDueDomain(database.db, 'me', now)).toBeNull();
  expect(await nextDue(database.db)).toEqual(inAnHour);
});

it('looks at all that a deployment touched within a minute, not at once, and at nothing when nothing changed', async () => {
  const { db } = database;
  await noticeChanges(db, now);
  expect(await dueCount(new Date(now.getTime() + 120_000))).toBe(0);
  await db.execute(
    sql`update inventory set data = jsonb_set(data, '{deploymentId}', '"d2"') where kind = 'stage' and key = 'api/prod'`,
  );
  await noticeChanges(db, now);
  expect(await dueCount(new Date(now.getTime() + 60_000))).toBe(count);
  const half = (await dueCount(new Date(now.getTime() + 30_000))) ?? 0;
  expect(half).toBeGreaterThan(count * 0.4);
  expect(half).toBeLessThan(count * 0.6);
});
