import 'server-only';
import { eq, sql } from 'drizzle-orm';
import type { Context } from '@/lib/context';
import { holdLease } from '@/lib/db/hold-lease';
import { settings } from '@/lib/db/schema';

const leaseMs = 30_000;

/**
 * Runs `work` as the one process that does this kind of work; the lease is renewed meanwhile. A process that dies holds the others up
 * for at most 30 s.
 *
 * @returns null, without running it, while another process is at it
 */
export async function whileLeased<T>(
  { db, now }: Pick<Context, 'db' | 'now'>,
  { key, owner }: { key: `${'audit' | 'certificates'}.${string}.lease`; owner: string },
  work: () => Promise<T>,
): Promise<T | null> {
  const mine = sql`${eq(settings.key, key)} and ${settings.value}->>'owner' = ${owner}`;
  async function claim(): Promise<boolean> {
    const value = { owner, until: new Date(now().getTime() + leaseMs).toISOString() };
    const claimed = await db
      .insert(settings)
      .values({ key, value, updatedAt: now() })
      .onConflictDoUpdate({
        target: settings.key,
        set: { value, updatedAt: now() },
        setWhere: sql`(${settings.value}->>'until')::timestamptz <= ${now().toISOString()}::timestamptz
          or ${settings.value}->>'owner' = ${owner}`,
      })
      .returning({ key: settings.key });
    return claimed.length > 0;
  }
  if (!(await claim())) return null;
  const release = () => db.delete(settings).where(mine);
  return holdLease({ renew: claim, release, renewEveryMs: leaseMs / 3 }, work);
}
