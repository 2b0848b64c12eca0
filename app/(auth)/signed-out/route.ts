import { redirect } from 'next/navigation';

/** Where the identity provider sends the browser back to after signing out; providers compare the whole URL, so it has no query. */
export function GET(): never {
  redirect('/sign-in?signed-out=1');
}
