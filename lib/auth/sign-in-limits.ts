import 'server-only';
import { type RateLimiterAbstract, RateLimiterRes } from 'rate-limiter-flexible';
import type { Db } from '@/lib/db/db';
import { createRateLimiter } from '@/lib/db/rate-limiter';
import { networkOf } from './client-ip';

const windowSeconds = 15 * 60;

const limitersOf = (db: Db) => {
  const limiter = (keyPrefix: string, points: number) =>
    createRateLimiter(db, { keyPrefix, points, duration: windowSeconds });
  return {
    /** One account, one address. */
    both: limiter('sign-in', 5),
    /** One account from anywhere: a client can have many addresses. High enough that nobody is locked out by accident. */
    account: limiter('account', 50),
    /** One address, whatever the account: one password tried on everybody, or argon2 kept busy. An office may share one. */
    address: limiter('address', 100),
    /** Codes of one account, by who knows its password already. */
    code: limiter('code', 5),
    /** Passwords typed once more by who is signed in. */
    password: limiter('password', 10),
    /** Answers of an identity provider that came to nothing, of one address: anybody can make one up. */
    provider: limiter('provider', 20),
  };
};

const known = new WeakMap<Db, ReturnType<typeof limitersOf>>();

function limits(db: Db) {
  const limiters = known.get(db) ?? limitersOf(db);
  known.set(db, limiters);
  return limiters;
}

const addressKey = (ip: string | null) => (ip === null ? '-' : networkOf(ip));

const keysOf = (email: string, ip: string | null) => ({
  both: `${email} ${addressKey(ip)}`,
  account: email,
  address: addressKey(ip),
});

export interface Try {
  /** Milliseconds until the next try is possible; 0 when this one is. */
  waitMs: number;
  /** Whether this is the first try that a limit refused: what follows is more of the same. */
  firstRefused: boolean;
}

/**
 * Takes one of the tries that an account and an address have. Taken before the password is looked at, so that guesses in
 * parallel can't slip through.
 */
export async function takeSignInTry(db: Db, email: string, ip: string | null): Promise<Try> {
  const { both, account, address } = limits(db);
  const keys = keysOf(email, ip);
  // One after the other: what a narrow limit refused must not use up a wide one.
  for (const [one, key] of [
    [both, keys.both],
    [address, keys.address],
    [account, keys.account],
  ] as const) {
    const taken = await take(one, key);
    if (taken.waitMs > 0) return taken;
  }
  return { waitMs: 0, firstRefused: false };
}

async function take(one: RateLimiterAbstract, key: string): Promise<Try> {
  try {
    await one.consume(key);
    return { waitMs: 0, firstRefused: false };
  } catch (refusal) {
    if (!(refusal instanceof RateLimiterRes)) throw refusal;
    return { waitMs: Math.max(1, refusal.msBeforeNext), firstRefused: refusal.consumedPoints === one.points + 1 };
  }
}

/** Gives the tries of an account at an address back after a success. */
export async function giveBackSignInTries(db: Db, email: string, ip: string | null): Promise<void> {
  const { both, account, address } = limits(db);
  const keys = keysOf(email, ip);
  await both.delete(keys.both);
  await account.reward(keys.account);
  await address.reward(keys.address);
}

/** Takes one of the tries that a user has to prove once more who they are: by a code, or by the password. */
export function takeProofTry(db: Db, kind: 'code' | 'password', userId: string): Promise<Try> {
  return take(limits(db)[kind], userId);
}

/** Counts those tries afresh after a success. */
export async function giveBackProofTries(db: Db, kind: 'code' | 'password', userId: string): Promise<void> {
  await limits(db)[kind].delete(userId);
}

/** Takes one of the failed answers of an identity provider that are written down for an address. */
export function takeProviderFailure(db: Db, ip: string | null): Promise<Try> {
  return take(limits(db).provider, addressKey(ip));
}
