import 'server-only';
import { eq, sql } from 'drizzle-orm';
import type { Db } from './db';
import { holdLease } from './hold-lease';
import { settings } from './schema';

/** A process that dies holds the others, and its own successor, up for at most this long. */
export const leaseMs = 30_000;

/** Work that one replica does at a time. */
type LeaseKey =
  | 'audit.keeper.lease'
  | 'audit.stdout.lease'
  | 'audit.webhook.lease'
  | 'batches.lease'
  | 'certificates.watch.lease'
  | 'inventory.lease';

interface Lease {
  key: LeaseKey;
  owner: string;
  forMs?: number;
}

/**
 * Runs `work` as the one process that does what `key` names; the lease is renewed while it runs, which may be minutes. Should it be lost
 * meanwhile, two work at once: such work is idempotent.
 *
 * @returns null, without running it, while another process is at it
 */
export async function whileLeased<T>(
  { db, now }: { db: Db; now: () => Date },
  { key, owner, forMs = leaseMs }: Lease,
  work: () => Promise<T>,
): Promise<T | null> {
  const claim = () => claimLease(db, { key, owner }, now(), new Date(now().getTime() + forMs));
  if (!(await claim())) return null;
  const release = () => releaseLease(db, { key, owner });
  return holdLease({ renew: claim, release, renewEveryMs: forMs / 3 }, work);
}

/** Makes `owner` the one who has the lease until `until`; false while another one has it. Atomic. */
export async function claimLease(db: Db, { key, owner }: Lease, now: Date, until: Date): Promise<boolean> {
  const row = { key, value: { owner, until: until.toISOString() }, updatedAt: now };
  const claimed = await db
    .insert(settings)
    .values(row)
    .onConflictDoUpdate({
      target: settings.key,
      set: row,
      setWhere: sql`(${settings.value}->>'until')::timestamptz <= ${now.toISOString()}::timestamptz
        or ${settings.value}->>'owner' = ${owner}`,
    })
    .returning({ key: settings.key });
  return claimed.length > 0;
}

/** Gives it back; nothing happens when another one has it. */
export async function releaseLease(db: Db, { key, owner }: Lease): Promise<void> {
  await db.delete(settings).where(sql`${eq(settings.key, key)} and ${settings.value}->>'owner' = ${owner}`);
}
