import 'server-only';
import { eq, inArray, sql } from 'drizzle-orm';
import { z } from 'zod';
import type { Context } from '@/lib/context';
import type { Db } from '@/lib/db/db';
import { settings } from '@/lib/db/schema';
import type { Verdict } from '../chain/verdict';

const verdict = z.custom<Verdict>((value) => typeof value === 'object' && value !== null && 'whole' in value);

/** Everything the audit log remembers beside its tables, by key of `settings`. */
const schemas = {
  /** The last verification that ended, and the one at work. */
  'audit.verification': z.object({
    verdict: verdict.nullable(),
    finishedAt: z.string().nullable(),
    by: z.string().nullable(),
    running: z.object({ startedAt: z.string(), by: z.string(), rows: z.number(), total: z.number() }).nullable(),
    /** Why the last one could not be done. */
    failure: z.string().nullable(),
  }),
  'audit.verification-asked': z.object({ by: z.string(), correlationId: z.string().nullable() }),
  'audit.signing': z.object({ keyId: z.string(), otherKeyId: z.string().nullable() }),
  'audit.retention': z.object({ days: z.number().int().min(90) }),
  'audit.pruned': z.object({ at: z.string(), rows: z.number(), failure: z.string().nullable() }),
  'audit.webhook': z.object({ url: z.string(), secret: z.string(), enabled: z.boolean() }),
  'audit.webhook-cursor': z.object({ seq: z.number() }),
  'audit.webhook-state': z.object({
    deliveredAt: z.string().nullable(),
    failures: z.number(),
    error: z.string().nullable(),
    fix: z.string().nullable().default(null),
    nextTryAt: z.string().nullable(),
  }),
  'audit.stdout-cursor': z.object({ seq: z.number() }),
} as const;

export type AuditSettings = { [Key in keyof typeof schemas]: z.output<(typeof schemas)[Key]> };
type Key = keyof AuditSettings;

/** All that is set; what this version can't read counts as not set. */
export async function readAuditSettings(db: Db): Promise<Partial<AuditSettings>> {
  const keys = Object.keys(schemas) as Key[];
  const rows = await db.select().from(settings).where(inArray(settings.key, keys));
  const entries = rows.flatMap(({ key, value }) => {
    const parsed = schemas[key as Key].safeParse(value);
    return parsed.success ? [[key, parsed.data] as const] : [];
  });
  return Object.fromEntries(entries) as Partial<AuditSettings>;
}

export async function writeAuditSetting<K extends Key>(
  { db, now }: Pick<Context, 'db' | 'now'>,
  key: K,
  value: AuditSettings[K],
): Promise<void> {
  const row = { key, value, updatedAt: now() };
  await db.insert(settings).values(row).onConflictDoUpdate({ target: settings.key, set: row });
}

export async function removeAuditSetting({ db }: Pick<Context, 'db'>, key: Key): Promise<void> {
  await db.delete(settings).where(eq(settings.key, key));
}

/** Serialises changes of the settings by several operators; held to the end of the transaction. */
export async function lockAuditSettings(tx: Db): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(7041776217)`);
}
