import 'server-only';
import { hostname } from 'node:os';
import { and, asc, eq, inArray, isNotNull, isNull, like, lte, or, sql } from 'drizzle-orm';
import type { Db } from '@/lib/db/db';
import { holdLease } from '@/lib/db/hold-lease';
import { changeSets } from '@/lib/db/schema';

/** A lease is renewed while its run goes on; one that ran out belongs to a replica that died. */
const leaseMs = 20_000;
const renewEveryMs = 5_000;

const atWork = inArray(changeSets.state, ['applying', 'undoing']);

/**
 * That a change set is still what `owner` works on: nobody stopped it, turned it round, or took it over. Stopping counts `attempt` up, so
 * that a run which was stopped doesn't go on with what it knows when somebody continues the change set at once.
 */
export const leasedBy = (row: { id: string; attempt: number }, owner: string, state: 'applying' | 'undoing') =>
  and(
    eq(changeSets.id, row.id),
    eq(changeSets.attempt, row.attempt),
    eq(changeSets.leaseOwner, owner),
    eq(changeSets.state, state),
  );

/**
 * Takes the lease of a change set that is to be applied or undone and whose time has come, or null when there is none.
 * Safe with many replicas. A lease without an owner says when the next try is due.
 */
export async function claimChangeSet(db: Db, owner: string, now: Date): Promise<string | null> {
  const free = or(isNull(changeSets.leaseUntil), lte(changeSets.leaseUntil, now));
  const due = db
    .select({ id: changeSets.id })
    .from(changeSets)
    .where(and(atWork, free))
    .orderBy(asc(changeSets.updatedAt))
    .limit(1)
    .for('update', { skipLocked: true });
  const [claimed] = await db
    .update(changeSets)
    .set({ leaseOwner: owner, leaseUntil: new Date(now.getTime() + leaseMs) })
    // Not `in`: a plan may run the query of that for each row, and claim several.
    .where(sql`${changeSets.id} = (${due})`)
    .returning({ id: changeSets.id });
  return claimed?.id ?? null;
}

/** Runs a run under a lease that was claimed, renewing it, and gives it back at the end. */
export async function underLease<T>(
  db: Db,
  id: string,
  owner: string,
  now: () => Date,
  run: () => Promise<T>,
): Promise<T> {
  const mine = and(eq(changeSets.id, id), eq(changeSets.leaseOwner, owner));
  const put = (lease: { leaseOwner?: null; leaseUntil: Date | null }) => db.update(changeSets).set(lease).where(mine);
  const renew = () => put({ leaseUntil: new Date(now().getTime() + leaseMs) });
  const release = () => put({ leaseOwner: null, leaseUntil: null });
  return holdLease({ renew, release, renewEveryMs }, run);
}

/** When the next try is due of a change set that nobody works on; null when there is none. */
export async function nextTry(db: Db): Promise<Date | null> {
  const [row] = await db
    .select({ at: changeSets.leaseUntil })
    .from(changeSets)
    .where(and(atWork, isNotNull(changeSets.leaseUntil)))
    .orderBy(asc(changeSets.leaseUntil))
    .limit(1);
  return row?.at ?? null;
}

/**
 * Takes back the leases of processes of this machine that do not run any more, so that a killed console goes on at once
 * when it is started again.
 */
export async function releaseDeadAppliers(db: Db, self: string): Promise<void> {
  const here = `${hostname()}/`;
  const rows = await db
    .selectDistinct({ owner: changeSets.leaseOwner })
    .from(changeSets)
    .where(like(changeSets.leaseOwner, `${here}%`));
  const dead = rows.flatMap(({ owner }) =>
    owner !== null && owner !== self && !isRunning(owner.slice(here.length)) ? owner : [],
  );
  if (dead.length === 0) return;
  await db.update(changeSets).set({ leaseOwner: null, leaseUntil: null }).where(inArray(changeSets.leaseOwner, dead));
}

function isRunning(rest: string): boolean {
  try {
    return process.kill(Number(rest.split('/')[0]), 0);
  } catch (error) {
    // Another user's process runs, too.
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}
