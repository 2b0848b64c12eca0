import 'server-only';
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';

const windowSeconds = 15 * 60;

/** Tries an account has from one address until one succeeds. */
const byAccountAndAddress = new RateLimiterMemory({ keyPrefix: 'sign-in', points: 5, duration: windowSeconds });

/**
 * Tries an account has from anywhere: behind a careless proxy a client can make up its address. High enough that nobody
 * is locked out by accident.
 */
const byAccount = new RateLimiterMemory({ keyPrefix: 'account', points: 50, duration: windowSeconds });

const keyOf = (email: string, ip: string | null) => `${email} ${ip ?? '-'}`;

/**
 * Takes one of the tries that an account has. Taken before the password is looked at, so that guesses in parallel can't
 * slip through.
 *
 * @returns milliseconds until the next try is possible; 0 when this one is
 */
export async function takeSignInTry(email: string, ip: string | null): Promise<number> {
  const waits = await Promise.all([take(byAccountAndAddress, keyOf(email, ip)), take(byAccount, email)]);
  return Math.max(...waits);
}

async function take(limiter: RateLimiterMemory, key: string): Promise<number> {
  try {
    await limiter.consume(key);
    return 0;
  } catch (refusal) {
    if (refusal instanceof RateLimiterRes) return Math.max(1, refusal.msBeforeNext);
    throw refusal;
  }
}

/** Gives the tries of an account at an address back after a success. */
export async function giveBackSignInTries(email: string, ip: string | null): Promise<void> {
  await byAccountAndAddress.delete(keyOf(email, ip));
  await byAccount.reward(email);
}
