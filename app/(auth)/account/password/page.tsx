import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { signOutAction } from '@/app/(auth)/sign-in/actions';
import { changePasswordAction } from '@/app/(console)/account/actions';
import { ChangePasswordForm } from '@/components/account/change-password-form';
import { Entrance } from '@/components/account/entrance';
import { SignOutForm } from '@/components/layout/sign-out-form';
import { Notice } from '@/components/ui/notice';
import { readAccount } from '@/lib/auth/read-account';
import { requireSessionInSetup } from '@/lib/auth/session';
import { getDb } from '@/lib/runtime';

export const metadata: Metadata = { title: 'Change the password' };

/** Changes one's own password: by choice, or before anything else where somebody else chose it. */
export default async function PasswordPage() {
  const user = await requireSessionInSetup();
  if (!(await readAccount(await getDb(), user.id)).hasPassword) redirect('/account');
  const forced = user.mustChangePassword;
  return (
    <Entrance
      title={forced ? 'Choose your own password' : 'Change your password'}
      description={<span className="break-name">{user.email}</span>}
      notice={
        forced ? (
          <Notice tone="amber" title="Others have seen the password that you signed in with.">
            Choose one that only you know; then you can go on.
          </Notice>
        ) : null
      }
      below={forced ? <SignOutForm action={signOutAction} /> : 'All your other sessions end with it.'}
    >
      <ChangePasswordForm
        action={changePasswordAction}
        email={user.email}
        {...(forced ? { doneHref: '/overview' } : { doneHref: '/account', cancelHref: '/account' })}
      />
    </Entrance>
  );
}
