import 'server-only';
import { decode, encode } from 'next-auth/jwt';
import { env } from '@/lib/env';
import { secureCookies } from '../session-token';

/** Whoever needs longer for the second step begins anew. */
const maxAge = 5 * 60;

/** Makes the key another than that of sessions: neither token is worth anything as the other. */
const salt = 'second-step';

export interface SecondStep {
  userId: string;
  /** When the password was right; to the second. */
  at: Date;
  /** Path to go to afterwards. */
  next: string | undefined;
  /** Joins both steps in the audit log. */
  attempt?: string;
}

/** Name and attributes of the cookie that carries a sign-in from its first to its second step. */
export function secondStepCookie() {
  const secure = secureCookies();
  return {
    name: `${secure ? '__Secure-' : ''}gatehouse.second-step`,
    options: { httpOnly: true, sameSite: 'lax', path: '/sign-in', secure, maxAge } as const,
  };
}

/** Encrypted token that says whose password was right. */
export function encodeSecondStep({ userId, next, attempt }: Omit<SecondStep, 'at'>): Promise<string> {
  return encode({ token: { sub: userId, next, attempt }, secret: env().authSecret, maxAge, salt });
}

/** What a token says; null when it is forged, or older than five minutes. */
export async function decodeSecondStep(token: string | undefined): Promise<SecondStep | null> {
  if (!token) return null;
  try {
    const claims = await decode({ token, secret: env().authSecret, salt });
    if (!claims?.sub || typeof claims.iat !== 'number') return null;
    const at = new Date(claims.iat * 1000);
    return {
      userId: claims.sub,
      at,
      next: typeof claims.next === 'string' ? claims.next : undefined,
      ...(typeof claims.attempt === 'string' ? { attempt: claims.attempt } : {}),
    };
  } catch {
    return null;
  }
}
