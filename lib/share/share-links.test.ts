import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Context } from '@/lib/context';
import { auditEvents, doctorReports, domains, rateLimits, shareLinks, tenants } from '@/lib/db/schema';
import { testDb } from '@/lib/db/test-db';
import { createResolver } from '@/lib/dns/resolver';
import type { DoctorReport } from '@/lib/doctor/model';
import { pending } from '@/lib/domains/testing/certificate-rows';
import { customer, decideCase, edge, is, notSeen, nowhere } from '@/lib/domains/testing/decide-fixtures';
import { askForCheck } from './ask-for-check';
import { createShareLink } from './create-link';
import { findShareLink, noteOpened } from './find-link';
import { takeView } from './limits';
import { listShareLinks } from './list-links';
import { readShare } from './read-share';
import { revokeShareLink } from './revoke-link';

let database: Awaited<ReturnType<typeof testDb>>;
let clock = new Date('2026-12-01T08:00:00Z');
const ctx = (name = 'op@example.com'): Context =>
  ({ db: database.db, actor: { kind: 'system', name }, now: () => clock }) as Context;
const minutes = (count: number) => {
  clock = new Date(clock.getTime() + count * 60_000);
};
const ids = { mine: '', theirs: '' };
const tokenOf = (path: string) => path.replace('/share/', '');

beforeAll(async () => {
  database = await testDb();
});
afterAll(() => database.close());
beforeEach(async () => {
  clock = new Date('2026-12-01T08:00:00Z');
  const { db } = database;
  await db.delete(tenants);
  await db.delete(rateLimits);
  const { status } = decideCase({
    wanted: customer,
    subject: { edge },
    observed: { ...pending, validation: notSeen(), routing: is(nowhere) },
  });
  for (const slug of ['mine', 'theirs'] as const) {
    const [tenant] = await db
      .insert(tenants)
      .values({ slug, name: `Tenant ${slug}` })
      .returning();
    const hostname = `shop.${slug}.example.com`;
    const [domain] = await db
      .insert(domains)
      .values({
        tenantId: tenant?.id ?? '',
        hostname,
        kind: 'customer',
        certificateMode: 'dedicated',
        gatewayDomainName: hostname,
        headline: status.headline,
        actor: status.actor,
        status,
      })
      .returning();
    ids[slug] = domain?.id ?? '';
  }
});

const events = async (action: string) =>
  (await database.db.select().from(auditEvents).orderBy(auditEvents.id)).filter((row) => row.action === action);

describe('a share link', () => {
  it('opens until it expires, and nothing tells an expired one from one that never was', async () => {
    const made = await createShareLink(ctx(), { slug: 'mine', days: 1 });
    const token = tokenOf(made.path);
    expect(await findShareLink(database.db, token, clock)).toMatchObject({ tenant: { slug: 'mine' } });
    minutes(24 * 60 - 1);
    expect(await findShareLink(database.db, token, clock)).not.toBeNull();
    minutes(1);
    expect(await findShareLink(database.db, token, clock)).toBeNull();
    expect(await findShareLink(database.db, `x${token.slice(1)}`, clock)).toBeNull();
  });

  it('ends at once when it is revoked, and with its tenant', async () => {
    const made = await createShareLink(ctx(), { slug: 'mine', days: 14 });
    await revokeShareLink(ctx(), made.id);
    await revokeShareLink(ctx(), made.id);
    expect(await findShareLink(database.db, tokenOf(made.path), clock)).toBeNull();
    expect(
      (await events('share-link.revoked')).filter(({ after }) => JSON.stringify(after).includes(made.id)),
    ).toHaveLength(1);
    const other = await createShareLink(ctx(), { slug: 'mine', days: 14 });
    await database.db.delete(tenants).where(eq(tenants.slug, 'mine'));
    expect(await findShareLink(database.db, tokenOf(other.path), clock)).toBeNull();
    await expect(revokeShareLink(ctx(), other.id)).rejects.toMatchObject({ code: 'not-found' });
  });

  it('is listed with its path for who may hand it out only, and stands in no log', async () => {
    const made = await createShareLink(ctx(), { slug: 'mine', days: 14 });
    const [mine] = await listShareLinks(database.db, 'mine', { now: clock, withPaths: true });
    expect(mine).toMatchObject({ path: made.path, state: 'open', createdBy: 'op@example.com' });
    expect(await listShareLinks(database.db, 'mine', { now: clock, withPaths: false })).toMatchObject([{ path: null }]);
    expect(await listShareLinks(database.db, 'theirs', { now: clock, withPaths: true })).toEqual([]);
    const everything = JSON.stringify([
      await database.db.select().from(auditEvents),
      await database.db.select().from(shareLinks),
    ]);
    expect(everything).not.toContain(tokenOf(made.path));
  });

  it('counts a visit once, however often an open page asks', async () => {
    const made = await createShareLink(ctx(), { slug: 'mine', days: 14 });
    const link = await findShareLink(database.db, tokenOf(made.path), clock);
    if (link === null) throw new Error('no link');
    const before = (await events('share-link.opened')).length;
    for (let look = 0; look < 30; look++) {
      await noteOpened(ctx('visitor'), link, '192.0.2.7');
      minutes(0.5);
    }
    minutes(60);
    await noteOpened(ctx('visitor'), link, '192.0.2.7');
    const [row] = await listShareLinks(database.db, 'mine', { now: clock, withPaths: false });
    expect(row?.opened).toBe(2);
    const opened = (await events('share-link.opened')).slice(before);
    expect(opened).toHaveLength(2);
    expect(opened[0]).toMatchObject({ actorName: 'visitor', after: { link: made.id, from: '192.0.2.7' } });
  });
});

describe('the page behind it', () => {
  // Nothing listens there: the provider stays unknown, and the page comes all the same.
  const network = { resolver: createResolver(['127.0.0.1:1'], { timeoutMs: 100, tries: 1 }) };

  it('shows the own domains only, with the records and what the doctor found for the tenant', async () => {
    const finding = {
      check: 'routing-record',
      code: 'wrong-target',
      state: 'problem',
      sentence: 'It leads elsewhere.',
      fix: 'Change it.',
      evidence: [],
      message: null,
      fixIt: null,
    } as const;
    const report = {
      hostname: 'shop.mine.example.com',
      findings: [
        { ...finding, actor: 'tenant' },
        { ...finding, sentence: 'Ours.', actor: 'us' },
        { ...finding, sentence: 'Fine.', actor: 'tenant', state: 'ok' },
      ],
    } as unknown as DoctorReport;
    await database.db.insert(doctorReports).values({ domainId: ids.mine, at: clock, report });
    const made = await createShareLink(ctx(), { slug: 'mine', days: 14 });
    const link = await findShareLink(database.db, tokenOf(made.path), clock);
    if (link === null) throw new Error('no link');
    const view = await readShare(database.db, link, { now: clock, network });
    expect(view).toMatchObject({ tenantName: 'Tenant mine', moving: true });
    expect(view.domains).toMatchObject([
      {
        hostname: 'shop.mine.example.com',
        headline: 'yours',
        zone: 'example.com',
        provider: null,
        findings: [{ sentence: 'It leads elsewhere.', fix: 'Change it.' }],
      },
    ]);
    expect(view.domains[0]?.records.map(({ value }) => value)).toContain(edge.name);
    expect(JSON.stringify(view)).not.toContain('theirs');
  });

  it('makes somebody look now, not more often than every ten seconds, at the own domains only', async () => {
    const made = await createShareLink(ctx(), { slug: 'mine', days: 14 });
    const token = tokenOf(made.path);
    expect(await askForCheck(ctx('visitor'), { token, domainId: ids.mine })).toEqual({
      hostname: 'shop.mine.example.com',
    });
    const [row] = await database.db.select().from(domains).where(eq(domains.id, ids.mine));
    expect(row).toMatchObject({ nextCheckAt: clock, fullLookAskedAt: clock });
    await expect(askForCheck(ctx('visitor'), { token, domainId: ids.mine })).rejects.toMatchObject({ code: 'limit' });
    expect((await events('share-link.check-asked')).at(-1)).toMatchObject({
      resourceId: 'shop.mine.example.com',
      after: { link: made.id },
    });
    await expect(askForCheck(ctx('visitor'), { token, domainId: ids.theirs })).rejects.toMatchObject({
      code: 'not-found',
    });
    await revokeShareLink(ctx(), made.id);
    await expect(askForCheck(ctx('visitor'), { token, domainId: ids.mine })).rejects.toThrow('no longer works');
  });

  it('is not shown without end to one address', async () => {
    const looks = await Promise.all(Array.from({ length: 125 }, () => takeView(database.db, '192.0.2.9')));
    expect(looks.filter(Boolean)).toHaveLength(120);
    expect(await takeView(database.db, '192.0.2.10')).toBe(true);
  });
});
