import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Db } from '@/lib/db/db';
import { domainHistory, domains, tenants } from '@/lib/db/schema';
import { testDb } from '@/lib/db/test-db';
import { readHistory } from '@/lib/domains/history/read-history';
import { recordHistory } from '@/lib/domains/history/record-history';
import type { LoadedDomain } from '@/lib/domains/load-domain';
import type { DomainStatus } from '@/lib/domains/model';
import { notAsked } from '@/lib/domains/observed';
import { decideCase, inputOf, is, liveBefore, now, proof, routing } from '@/lib/domains/testing/decide-fixtures';

const minutes = (count: number) => new Date(now.getTime() + count * 60_000);
const days = (count: number) => new Date(now.getTime() + count * 86_400_000);

let database: Awaited<ReturnType<typeof testDb>>;
let db: Db;
let id = '';
beforeAll(async () => {
  database = await testDb();
  db = database.db;
  const [tenant] = await db.insert(tenants).values({ slug: 'shop', name: 'Shop' }).returning();
  const [row] = await db
    .insert(domains)
    .values({
      tenantId: tenant?.id ?? '',
      hostname: 'shop.example.com',
      kind: 'managed',
      certificateMode: 'dedicated',
      gatewayDomainName: 'shop.example.com',
    })
    .returning();
  id = row?.id ?? '';
});
beforeEach(() => db.delete(domainHistory));
afterAll(() => database.close());

/** The domain as a pass has loaded it, due in time unless said otherwise. */
function loaded(previous: DomainStatus | null, at: Date, dueAt = at): LoadedDomain {
  const { subject } = inputOf();
  return { ...subject, id, previous, nextCheckAt: dueAt, createdAt: minutes(-90) } as unknown as LoadedDomain;
}

const statusAt = (
  at: Date,
  observed: Parameters<typeof decideCase>[0] = {},
  previous: DomainStatus | null = liveBefore(),
) => decideCase({ ...observed, previous, at }).status;

const failed = (at: Date) => ({ observed: { proof: is(proof({ https: false, at: at.toISOString() })) } });
const answered = (at: Date) => ({ observed: { proof: is(proof({ at: at.toISOString() })) } });
const entries = async () => (await readHistory(db, id, new Date(0))).map(({ at, state }) => [at, state]);

describe('the history of a domain', () => {
  it('begins with what it was before, when it was there before its history was kept', async () => {
    const live = liveBefore();
    const first = statusAt(now, failed(now), live);
    await recordHistory(db, loaded(live, now), first, now);
    expect(await entries()).toEqual([
      [live.since, 'Live'],
      [now.toISOString(), 'Live, at risk'],
    ]);
  });

  it('takes an outage from its first failed check on, and says at its end how many there were', async () => {
    const live = liveBefore();
    const first = statusAt(now, failed(now), live);
    await recordHistory(db, loaded(live, now), first, now);
    const broken = statusAt(minutes(1), failed(minutes(1)), first);
    await recordHistory(db, loaded(first, minutes(1)), broken, minutes(1));
    const well = statusAt(minutes(5), answered(minutes(5)), broken);
    await recordHistory(db, loaded(broken, minutes(5)), well, minutes(5));
    expect(await entries()).toEqual([
      [live.since, 'Live'],
      [now.toISOString(), 'Live, at risk'],
      [now.toISOString(), 'Broken'],
      [minutes(5).toISOString(), 'Live'],
    ]);
    expect((await readHistory(db, id, minutes(5))).at(-1)?.sentence).toMatch(/^Answers again, after 2 failed checks/);
  });

  it('writes nothing while nothing changes', async () => {
    const live = liveBefore();
    await recordHistory(db, loaded(live, now), statusAt(now), now);
    expect(await db.$count(domainHistory)).toBe(0);
  });

  it('keeps apart what could not be looked at, and the time in which nobody looked', async () => {
    const live = liveBefore();
    const away = { observed: { routing: is(routing({ addresses: [], failure: 'TIMEOUT' })), proof: notAsked } };
    const unknown = statusAt(now, away, live);
    expect(unknown.headline).toBe('Live');
    await recordHistory(db, loaded(live, now), unknown, now);
    const again = statusAt(minutes(2), answered(minutes(2)), unknown);
    await recordHistory(db, loaded(unknown, minutes(2)), again, minutes(2));
    // Due at minute 10, and nobody came before minute 200.
    const late = statusAt(minutes(200), answered(minutes(200)), again);
    await recordHistory(db, loaded(again, minutes(200), minutes(10)), late, minutes(200));
    expect((await entries()).slice(1)).toEqual([
      [now.toISOString(), 'Unknown'],
      [minutes(2).toISOString(), 'Live'],
      [minutes(10).toISOString(), 'Unknown'],
      [minutes(200).toISOString(), 'Live'],
    ]);
  });

  it('forgets what is older than 400 days, but for the last before that', async () => {
    const put = (at: Date, headline: 'Live' | 'Broken') =>
      db.insert(domainHistory).values({ domainId: id, at, headline, sentence: 'Old.', actor: 'us' });
    await put(days(-500), 'Live');
    await put(days(-450), 'Broken');
    await put(days(-420), 'Live');
    await put(days(-10), 'Broken');
    const broken: DomainStatus = { ...liveBefore(), headline: 'Broken' };
    await recordHistory(db, loaded(broken, now), statusAt(now, answered(now), broken), now);
    const left = await db.select({ at: domainHistory.at }).from(domainHistory).where(eq(domainHistory.domainId, id));
    expect(left.map(({ at }) => at).sort((a, b) => a.getTime() - b.getTime())).toEqual([days(-420), days(-10), now]);
    // A window begins with what held at its start.
    expect((await readHistory(db, id, days(-30))).map(({ at }) => at)).toEqual(
      [days(-420), days(-10), now].map((at) => at.toISOString()),
    );
    expect((await readHistory(db, id, days(-5))).map(({ at }) => at)).toEqual(
      [days(-10), now].map((at) => at.toISOString()),
    );
  });

  it('of a domain without any is what it is now', async () => {
    expect(await readHistory(db, id, new Date(0))).toEqual([]);
    const live = liveBefore();
    await db.update(domains).set({ status: live }).where(eq(domains.id, id));
    expect(await entries()).toEqual([[live.since, 'Live']]);
  });
});
