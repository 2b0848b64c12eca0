import 'server-only';
import { eq, sql } from 'drizzle-orm';
import type { Context } from '@/lib/context';
import type { Db } from '@/lib/db/db';
import { settings } from '@/lib/db/schema';
import { log } from '@/lib/log';

/** The lease of the inventory sync; other loops of which one replica runs one have theirs. */
const syncKey = 'inventory.lease';

/** A replica that dies while syncing holds the others, and its own successor, up for at most this long. */
export const leaseMs = 30_000;

/**
 * Runs `work` as the one replica that syncs, or does what `key` names; the lease is renewed while it runs, which may be minutes.
 *
 * @returns null, without running it, while another one is at it
 */
export async function whileLeased<T>(
  { db, now }: Pick<Context, 'db' | 'now'>,
  owner: string,
  work: () => Promise<T>,
  forMs = leaseMs,
  key = syncKey,
): Promise<T | null> {
  const claim = () => claimSync(db, owner, now(), new Date(now().getTime() + forMs), key);
  if (!(await claim())) return null;
  let renewing: Promise<unknown> = Promise.resolve();
  const timer = setInterval(() => {
    // Without the lease at worst two replicas read AWS at once, and the later one's answer wins.
    renewing = claim().catch((error) => log.warn({ err: error, key }, 'a lease was not renewed'));
  }, forMs / 3);
  try {
    return await work();
  } finally {
    clearInterval(timer);
    await renewing;
    await releaseSync(db, owner, now(), key);
  }
}

/** Makes `owner` the one replica that syncs until `until`; false while another one is at it. Atomic. */
export async function claimSync(db: Db, owner: string, now: Date, until: Date, key = syncKey): Promise<boolean> {
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

/** Ends the lease, keeping who had it. */
export async function releaseSync(db: Db, owner: string, now: Date, key = syncKey): Promise<void> {
  const value = { owner, until: now.toISOString() };
  await db
    .update(settings)
    .set({ value, updatedAt: now })
    .where(sql`${eq(settings.key, key)} and ${settings.value}->>'owner' = ${owner}`);
}
