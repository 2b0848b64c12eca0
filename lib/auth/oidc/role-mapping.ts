import 'server-only';
import { eq } from 'drizzle-orm';
import { z } from 'zod';
import { recordEvent } from '@/lib/audit/record-event';
import type { Context } from '@/lib/context';
import type { Db } from '@/lib/db/db';
import { settings } from '@/lib/db/schema';
import type { RoleRule } from './claims';
import { roleMappingSchema } from './schemas';

const mappingKey = 'oidc.role-mapping';
const lastClaimsKey = 'oidc.last-claims';

/** Who gets which role by their claims, as administrators have it. */
export async function readRoleMapping(db: Db): Promise<RoleRule[]> {
  const [row] = await db.select().from(settings).where(eq(settings.key, mappingKey));
  return roleMappingSchema.shape.rules.catch([]).parse(row?.value);
}

/** Changes the mapping. It counts from everybody's next sign-in on. */
export async function saveRoleMapping(ctx: Context, after: RoleRule[]): Promise<void> {
  await ctx.db.transaction(async (tx) => {
    const before = await readRoleMapping(tx);
    const row = { key: mappingKey, value: after, updatedAt: ctx.now() };
    await tx.insert(settings).values(row).onConflictDoUpdate({ target: settings.key, set: row });
    await recordEvent(
      { ...ctx, db: tx },
      {
        action: 'settings.sign-in-changed',
        resourceId: 'roles by claim',
        before: { rules: before },
        after: { rules: after },
      },
    );
  });
}

const lastClaimsSchema = z.object({
  email: z.string().nullable(),
  at: z.iso.datetime(),
  claim: z.string(),
  values: z.array(z.string()),
});

/** What the role claim held at the last sign-in with the provider, granted or not: for who writes the mapping. */
export type LastClaims = z.output<typeof lastClaimsSchema>;

export async function readLastClaims(db: Db): Promise<LastClaims | null> {
  const [row] = await db.select().from(settings).where(eq(settings.key, lastClaimsKey));
  return lastClaimsSchema
    .nullable()
    .catch(null)
    .parse(row?.value ?? null);
}

export async function keepLastClaims(db: Db, value: LastClaims, now: Date): Promise<void> {
  const kept = { ...value, values: value.values.slice(0, 100).map((text) => text.slice(0, 200)) };
  const row = { key: lastClaimsKey, value: kept, updatedAt: now };
  await db.insert(settings).values(row).onConflictDoUpdate({ target: settings.key, set: row });
}
