import 'server-only';
import { type RateLimiterAbstract, RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';

const windowSeconds = 15 * 60;
const limiter = (keyPrefix: string, points: number) =>
  new RateLimiterMemory({ keyPrefix, points, duration: windowSeconds });

/**
 * The counters live in this process's memory, once for all copies of this module: a restart forgets them, and each of
 * several replicas counts for itself.
 */
const shared = globalThis as typeof globalThis & { gatehouseSignInLimits?: ReturnType<typeof limiters> };
const limiters = () => ({
  /** One account, one address. */
  both: limiter('sign-in', 5),
  /** One account from anywhere: a client can have many addresses. High enough that nobody is locked out by accident. */
  account: limiter('account', 50),
  /** One address, whatever the account: one password tried on everybody, or argon2 kept busy. An office may share one. */
  address: limiter('address', 100),
});

function limits() {
  shared.gatehouseSignInLimits ??= limiters();
  return shared.gatehouseSignInLimits;
}

const keysOf = (email: string, ip: string | null) => ({
  both: `${email} ${ip ?? '-'}`,
  account: email,
  address: ip ?? '-',
});

export interface SignInTry {
  /** Milliseconds until the next try is possible; 0 when this one is. */
  waitMs: number;
  /** Whether this is the first try that a limit refused: what follows is more of the same. */
  firstRefused: boolean;
}

/**
 * Takes one of the tries that an account and an address have. Taken before the password is looked at, so that guesses in
 * parallel can't slip through.
 */
export async function takeSignInTry(email: string, ip: string | null): Promise<SignInTry> {
  const { both, account, address } = limits();
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

async function take(one: RateLimiterAbstract, key: string): Promise<SignInTry> {
  try {
    await one.consume(key);
    return { waitMs: 0, firstRefused: false };
  } catch (refusal) {
    if (!(refusal instanceof RateLimiterRes)) throw refusal;
    return { waitMs: Math.max(1, refusal.msBeforeNext), firstRefused: refusal.consumedPoints === one.points + 1 };
  }
}

/** Gives the tries of an account at an address back after a success. */
export async function giveBackSignInTries(email: string, ip: string | null): Promise<void> {
  const { both, account, address } = limits();
  const keys = keysOf(email, ip);
  await both.delete(keys.both);
  await account.reward(keys.account);
  await address.reward(keys.address);
}
