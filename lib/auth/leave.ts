import 'server-only';
import { cookies, headers } from 'next/headers';
import { redirect } from 'next/navigation';
import { sessionCookie } from './session-token';

/** Takes the cookie of a session that has ended, and leads out: to the identity provider when that has one to end, too. For actions. */
export async function leave(provider: string | null, how: '1' | 'everywhere'): Promise<never> {
  (await cookies()).delete(sessionCookie().name);
  // A form sent without script may lead to this server only (Content-Security-Policy, form-action).
  const scripted = (await headers()).has('next-action');
  redirect(provider && scripted ? provider : `/sign-in?signed-out=${how}`);
}
