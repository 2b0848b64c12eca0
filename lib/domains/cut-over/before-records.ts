import 'server-only';
import { eq } from 'drizzle-orm';
import { z } from 'zod';
import type { Context } from '@/lib/context';
import type { Db } from '@/lib/db/db';
import { settings } from '@/lib/db/schema';
import type { RecordSet } from '@/lib/inventory/model';

const schema = z.object({
  at: z.string(),
  zoneId: z.string(),
  records: z.custom<RecordSet[]>((value) => Array.isArray(value)),
});

/** What our zone held at a hostname before its cut-over. */
export type BeforeCutOver = z.output<typeof schema>;

/** In `settings`, not in the audit log: rows of that are redacted, and end with their retention. */
const keyOf = (domainId: string) => `domains.before-cut-over.${domainId}`;

export async function readBeforeCutOver(db: Db, domainId: string): Promise<BeforeCutOver | null> {
  const [row] = await db
    .select()
    .from(settings)
    .where(eq(settings.key, keyOf(domainId)));
  return schema
    .nullable()
    .catch(null)
    .parse(row?.value ?? null);
}

export async function writeBeforeCutOver(
  { db, now }: Pick<Context, 'db' | 'now'>,
  domainId: string,
  value: BeforeCutOver,
): Promise<void> {
  const row = { key: keyOf(domainId), value, updatedAt: now() };
  await db.insert(settings).values(row).onConflictDoUpdate({ target: settings.key, set: row });
}

export async function forgetBeforeCutOver(db: Db, domainId: string): Promise<void> {
  await db.delete(settings).where(eq(settings.key, keyOf(domainId)));
}
