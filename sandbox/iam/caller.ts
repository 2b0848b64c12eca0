import { accountOf } from '../scope';
import type { Service } from '../service';
import type { State } from '../state';
import { tokenExpired, tokenInvalid } from './refusals';

/** Whose request it is. */
export interface Caller {
  account: string;
  arn: string;
  userId: string;
}

/**
 * The caller of an access key: a session of an assumed role where STS gave it out, else the user of its account.
 * Throws a failure of the service when the session has ended by the sandbox's clock, or the token isn't the key's.
 */
export function callerOf(
  state: State,
  {
    service,
    accessKeyId,
    token,
    now,
  }: { service: Service['name']; accessKeyId: string; token: string | undefined; now: number },
): Caller {
  const session = state.get('roleSessions', accessKeyId);
  if (!session) return userOf(accountOf(accessKeyId));
  if (session.token !== token) throw tokenInvalid(service);
  if (session.expiresAt <= now) throw tokenExpired(service);
  const { account, arn, userId } = session;
  return { account, arn, userId };
}

/** An account's user is always the same one. */
export function userOf(account: string): Caller {
  return { account, arn: `arn:aws:iam::${account}:user/sandbox`, userId: 'AIDASANDBOXUSER000001' };
}
