import 'server-only';
import { and, asc, eq, isNotNull, isNull, lte, or, sql } from 'drizzle-orm';
import type { Db } from '@/lib/db/db';
import { holdLease } from '@/lib/db/hold-lease';
import { domains } from '@/lib/db/schema';

/** A lease is renewed while its pass goes on; one that ran out belongs to a replica that died. */
const leaseMs = 20_000;
const renewEveryMs = 5_000;

/**
 * Takes the lease of the domain whose check is due the longest, or null when none is due. Safe with many replicas: rows
 * that another one is taking at this moment are skipped, and leases that ran out are taken over.
 */
export async function claimDueDomain(db: Db, owner: string, now: Date): Promise<string | null> {
  const free = or(isNull(domains.leaseUntil), lte(domains.leaseUntil, now));
  const due = db
    .select({ id: domains.id })
    .from(domains)
    .where(and(lte(domains.nextCheckAt, now), free))
    .orderBy(asc(domains.nextCheckAt))
    .limit(1)
    .for('update', { skipLocked: true });
  const [claimed] = await db
    .update(domains)
    .set({ leaseOwner: owner, leaseUntil: new Date(now.getTime() + leaseMs) })
    // Not `in`: a plan may run the query of that for each row, and claim several.
    .where(sql`${domains.id} = (${due})`)
    .returning({ id: domains.id });
  return claimed?.id ?? null;
}

/** Runs a pass under a lease that was claimed, renewing it, and gives it back at the end. */
export async function underLease<T>(
  db: Db,
  id: string,
  owner: string,
  now: () => Date,
  run: () => Promise<T>,
): Promise<T> {
  const mine = and(eq(domains.id, id), eq(domains.leaseOwner, owner));
  const put = (lease: { leaseOwner?: null; leaseUntil: Date | null }) => db.update(domains).set(lease).where(mine);
  const renew = () => put({ leaseUntil: new Date(now().getTime() + leaseMs) });
  const release = () => put({ leaseOwner: null, leaseUntil: null });
  return holdLease({ renew, release, renewEveryMs }, run);
}

/** When the next check is due of a domain that nobody works on; null when there is none. */
export async function nextDue(db: Db): Promise<Date | null> {
  const [row] = await db
    .select({ at: domains.nextCheckAt })
    .from(domains)
    .where(and(isNotNull(domains.nextCheckAt), isNull(domains.leaseOwner)))
    .orderBy(asc(domains.nextCheckAt))
    .limit(1);
  return row?.at ?? null;
}

/** Puts a check off, after a pass that ended in a bug or without the database. */
export async function postpone(db: Db, id: string, until: Date): Promise<void> {
  await db.update(domains).set({ nextCheckAt: until }).where(eq(domains.id, id));
}
