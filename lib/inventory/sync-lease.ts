import 'server-only';
import { eq, sql } from 'drizzle-orm';
import type { Db } from '@/lib/db/db';
import { settings } from '@/lib/db/schema';

const key = 'inventory.lease';

/** Makes `owner` the one replica that syncs until `until`; false while another one is at it. Atomic. */
export async function claimSync(db: Db, owner: string, now: Date, until: Date): Promise<boolean> {
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
export async function releaseSync(db: Db, owner: string, now: Date): Promise<void> {
  const value = { owner, until: now.toISOString() };
  await db
    .update(settings)
    .set({ value, updatedAt: now })
    .where(sql`${eq(settings.key, key)} and ${settings.value}->>'owner' = ${owner}`);
}
