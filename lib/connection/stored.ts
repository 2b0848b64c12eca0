import 'server-only';
import { eq } from 'drizzle-orm';
import type { Db } from '@/lib/db/db';
import { settings } from '@/lib/db/schema';
import type { Confirmation, Connection, Preflight } from './model';

/** What the connection keeps in the settings, by key. */
interface Stored {
  'connection.identity': Connection;
  'connection.preflight': Preflight;
  'connection.confirmed': Confirmation;
}

export async function readStored<Key extends keyof Stored>(db: Db, key: Key): Promise<Stored[Key] | null> {
  const [row] = await db.select({ value: settings.value }).from(settings).where(eq(settings.key, key));
  return row ? (row.value as Stored[Key]) : null;
}

export async function writeStored<Key extends keyof Stored>(
  db: Db,
  key: Key,
  value: Stored[Key],
  now: Date,
): Promise<void> {
  const row = { key, value, updatedAt: now };
  await db.insert(settings).values(row).onConflictDoUpdate({ target: settings.key, set: row });
}
