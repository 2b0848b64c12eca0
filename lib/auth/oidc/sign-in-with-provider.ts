import 'server-only';
import { and, eq } from 'drizzle-orm';
import { recordEvent } from '@/lib/audit/record-event';
import type { Context } from '@/lib/context';
import { users } from '@/lib/db/schema';
import { endSessions } from '../end-sessions';
import { isLastAdministrator, lockUsers } from '../last-administrator';
import { type Role, roleWithArticle } from '../roles';
import { addressOf, type Claims, claimValues, isEmailVerified, roleOf } from './claims';
import type { ProviderRefusal } from './refusals';
import { keepLastClaims, readRoleMapping } from './role-mapping';

type User = typeof users.$inferSelect;

interface Arrival {
  /** The provider, as configured. */
  issuer: string;
  /** Of an ID token that was verified. */
  claims: Claims;
  /** Name of the claim that tells the role. */
  roleClaim: string;
  ip: string | null;
}

/** A refusal on its way out of the transaction. */
class Refused extends Error {
  constructor(readonly refusal: ProviderRefusal) {
    super(refusal);
  }
}

/** Further than this a provider's clock may not be ahead: 60 s. */
const clockAheadSeconds = 60;

/**
 * Whom the claims of the identity provider stand for. At the first sign-in the account is made, or an account without a password is linked when the
 * provider vouches for its address; the role follows the claim at each sign-in. Refusals are written down; of whom the provider gives no role
 * any more, the sessions that go on end, too.
 */
export async function signInWithProvider(
  ctx: Pick<Context, 'db' | 'now' | 'correlationId'>,
  arrival: Arrival,
): Promise<{ userId: string } | { refusal: ProviderRefusal }> {
  const { claims, ip } = arrival;
  const email = addressOf(claims);
  const values = claimValues(claims, arrival.roleClaim);
  await keepLastClaims(ctx.db, { email, at: ctx.now().toISOString(), claim: arrival.roleClaim, values }, ctx.now());
  try {
    if (Number(claims.iat) > ctx.now().getTime() / 1000 + clockAheadSeconds) throw new Refused('clock');
    const role = roleOf(values, await readRoleMapping(ctx.db));
    if (!role) throw new Refused('no-role');
    return { userId: await ctx.db.transaction((tx) => arrive({ ...ctx, db: tx }, arrival, email, role)) };
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    const who = email ?? String(claims.sub);
    await recordEvent(
      { ...ctx, actor: { kind: 'user', id: '', name: who, ip } },
      { action: 'user.sign-in-refused', resourceId: who, after: { method: 'oidc', refusal: error.refusal } },
      { result: 'refused', message: `Refused at the sign-in with the identity provider: ${error.refusal}.` },
    );
    if (error.refusal === 'no-role') await endSessionsOf(ctx, arrival);
    return { refusal: error.refusal };
  }
}

/** Whom the provider has just vouched for has lost every role: what they had open ends with it. */
async function endSessionsOf(ctx: Pick<Context, 'db' | 'now' | 'correlationId'>, arrival: Arrival): Promise<void> {
  const { issuer, claims, ip } = arrival;
  const theirs = and(eq(users.oidcIssuer, issuer), eq(users.oidcSubject, String(claims.sub)));
  await ctx.db.transaction(async (tx) => {
    const [known] = await tx.select({ id: users.id, email: users.email }).from(users).where(theirs);
    if (!known) return;
    const actor = { kind: 'user', id: known.id, name: known.email, ip } as const;
    await endSessions({ ...ctx, db: tx, actor }, known.id, 'provider');
  });
}

async function arrive(
  ctx: Pick<Context, 'db' | 'now' | 'correlationId'>,
  { issuer, claims, ip }: Arrival,
  email: string | null,
  role: Role,
): Promise<string> {
  const subject = String(claims.sub);
  const by = (id: string, name: string) => ({ ...ctx, actor: { kind: 'user', id, name, ip } as const });
  await lockUsers(ctx.db);
  const [known] = await ctx.db
    .select()
    .from(users)
    .where(and(eq(users.oidcIssuer, issuer), eq(users.oidcSubject, subject)));
  if (known) {
    if (known.disabledAt) throw new Refused('disabled');
    await followClaim(by(known.id, known.email), known, role);
    return known.id;
  }
  if (!email) throw new Refused('no-address');
  // Locked: the invitation may be accepted with a password at this very moment.
  const [sameAddress] = await ctx.db.select().from(users).where(eq(users.email, email)).for('update');
  if (!sameAddress) return create(by, { issuer, subject, email, name: nameOf(claims, email), role });
  if (sameAddress.disabledAt) throw new Refused('disabled');
  if (sameAddress.oidcSubject !== null) throw new Refused('other-account');
  // Whoever can write any address at the provider must not become its owner here.
  if (sameAddress.passwordHash !== null || !isEmailVerified(claims)) throw new Refused('local-account');
  await ctx.db
    .update(users)
    .set({ oidcIssuer: issuer, oidcSubject: subject, inviteTokenHash: null, inviteExpiresAt: null })
    .where(eq(users.id, sameAddress.id));
  await recordEvent(by(sameAddress.id, email), {
    action: 'user.linked-to-provider',
    resourceId: email,
    after: { issuer },
  });
  await followClaim(by(sameAddress.id, email), sameAddress, role);
  return sameAddress.id;
}

async function create(
  by: (id: string, name: string) => Pick<Context, 'db' | 'now' | 'actor'>,
  { issuer, subject, email, name, role }: { issuer: string; subject: string; email: string; name: string; role: Role },
): Promise<string> {
  const { db } = by('', email);
  const [user] = await db
    .insert(users)
    .values({ email, name, role, oidcIssuer: issuer, oidcSubject: subject })
    // Somebody who signs in twice at once is made once.
    .onConflictDoNothing()
    .returning();
  if (!user) throw new Refused('other-account');
  await recordEvent(by(user.id, email), {
    action: 'user.created-by-provider',
    resourceId: email,
    after: { email, name, role },
  });
  return user.id;
}

/** Gives a user the role of the claim, unless they are the last administrator: then nobody could undo it. */
async function followClaim(ctx: Pick<Context, 'db' | 'now' | 'actor'>, user: User, role: Role): Promise<void> {
  if (user.role === role) return;
  const event = {
    action: 'user.role-from-claim',
    resourceId: user.email,
    before: { role: user.role },
    after: { role },
  } as const;
  if (await isLastAdministrator(ctx.db, user)) {
    const message = `By the claim ${user.email} would be ${roleWithArticle[role]}; as the last administrator they stay one.`;
    await recordEvent(ctx, event, { result: 'refused', message });
    return;
  }
  await ctx.db.update(users).set({ role }).where(eq(users.id, user.id));
  await recordEvent(ctx, event);
}

function nameOf({ name, given_name: given, family_name: family }: Claims, email: string): string {
  const full = [given, family].filter((part) => typeof part === 'string').join(' ');
  const found = [name, full].find((text): text is string => typeof text === 'string' && text.trim() !== '');
  return (found ?? email.split('@')[0] ?? email).trim().slice(0, 120);
}
