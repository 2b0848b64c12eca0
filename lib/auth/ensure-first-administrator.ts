import 'server-only';
import { sql } from 'drizzle-orm';
import { recordEvent } from '@/lib/audit/record-event';
import type { Context } from '@/lib/context';
import { users } from '@/lib/db/schema';
import { env } from '@/lib/env';
import { generatePassword, hashPassword } from './password';

/** Where the first password goes: standard output, unless a test listens. */
type Print = (line: string) => void;

/**
 * Makes the first administrator when there is no user at all: with the credentials of the environment, or with a
 * generated password that is printed once. It is printed before the row is committed: a crash in between leaves a
 * password without a user, and the next start prints another; the other way round nobody could ever sign in.
 */
export async function ensureFirstAdministrator(
  ctx: Pick<Context, 'db' | 'actor' | 'now'>,
  given: { adminEmail: string | null; adminPassword: string | null } = env(),
  print: Print = (line) => process.stdout.write(`${line}\n`),
): Promise<void> {
  const email = (given.adminEmail ?? 'admin@gatehouse.local').toLowerCase();
  const password = given.adminPassword ?? generatePassword();
  // Hashing takes a moment; outside of the transaction, and only when there is something to do.
  if (await anyUser(ctx)) return;
  const passwordHash = await hashPassword(password);
  await ctx.db.transaction(async (tx) => {
    // Two replicas that start at once must not make two; the second waits here and then finds the first's.
    await tx.execute(sql`lock table ${users} in share row exclusive mode`);
    if (await anyUser({ ...ctx, db: tx })) return;
    const [user] = await tx
      .insert(users)
      .values({
        email,
        name: 'Administrator',
        role: 'administrator',
        passwordHash,
        // It stood on a terminal; one that came by the environment was chosen for good.
        mustChangePassword: given.adminPassword === null,
      })
      .returning();
    if (!user) throw new Error('the database returned no row for the first administrator');
    await recordEvent(
      { ...ctx, db: tx },
      { action: 'user.first-administrator-created', resourceId: email, after: { email, role: user.role } },
    );
    if (!given.adminPassword) print(`First sign-in: ${email} / ${password}`);
  });
}

async function anyUser({ db }: Pick<Context, 'db'>): Promise<boolean> {
  const found = await db.select({ id: users.id }).from(users).limit(1);
  return found.length > 0;
}
