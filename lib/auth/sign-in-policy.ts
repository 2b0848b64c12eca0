import 'server-only';
import { eq } from 'drizzle-orm';
import { z } from 'zod';
import { recordEvent } from '@/lib/audit/record-event';
import type { Context } from '@/lib/context';
import type { Db } from '@/lib/db/db';
import { settings } from '@/lib/db/schema';

/** Key of the policy in the settings. */
export const policyKey = 'sign-in.policy';

const policySchema = z.object({ secondFactor: z.enum(['optional', 'required']) });

/** What holds for everybody who signs in with a password. */
export type SignInPolicy = z.output<typeof policySchema>;

const otherwise: SignInPolicy = { secondFactor: 'optional' };

export async function readSignInPolicy(db: Db): Promise<SignInPolicy> {
  const [row] = await db.select().from(settings).where(eq(settings.key, policyKey));
  return policySchema.catch(otherwise).parse(row?.value);
}

/** Changes the policy, at once for everybody who is signed in. */
export async function saveSignInPolicy(ctx: Context, after: SignInPolicy): Promise<void> {
  await ctx.db.transaction(async (tx) => {
    const before = await readSignInPolicy(tx);
    const row = { key: policyKey, value: after, updatedAt: ctx.now() };
    await tx.insert(settings).values(row).onConflictDoUpdate({ target: settings.key, set: row });
    await recordEvent(
      { ...ctx, db: tx },
      { action: 'settings.sign-in-changed', resourceId: 'second factor', before, after },
    );
  });
}
