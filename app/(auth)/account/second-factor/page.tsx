import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { signOutAction } from '@/app/(auth)/sign-in/actions';
import { enableSecondFactorAction } from '@/app/(console)/account/actions';
import { EnableSecondFactorForm } from '@/components/account/enable-second-factor-form';
import { Entrance } from '@/components/account/entrance';
import { QrCode } from '@/components/account/qr-code';
import { SignOutForm } from '@/components/layout/sign-out-form';
import { Notice } from '@/components/ui/notice';
import { readAccount } from '@/lib/auth/read-account';
import { beginSecondFactor } from '@/lib/auth/second-factor/begin-second-factor';
import { requireSessionInSetup } from '@/lib/auth/session';
import { getDb } from '@/lib/runtime';

export const metadata: Metadata = { title: 'Add a second factor' };

/** Adds a second factor: by choice, or before anything else where everybody needs one. */
export default async function SecondFactorPage() {
  const user = await requireSessionInSetup();
  if (user.mustChangePassword) redirect('/account/password');
  const db = await getDb();
  // Who signs in with the identity provider has their second factor there.
  if (!(await readAccount(db, user.id)).hasPassword) redirect('/account');
  const begun = await beginSecondFactor({ db }, user);
  if (!begun) redirect('/account');
  const forced = user.mustAddSecondFactor;
  return (
    <Entrance
      title="Add a second factor"
      description={<span className="break-name">{user.email}</span>}
      wide
      notice={
        forced ? (
          <Notice tone="amber" title="Everybody needs a second factor in this console.">
            Add yours; then you can go on.
          </Notice>
        ) : null
      }
      below={forced ? <SignOutForm action={signOutAction} /> : null}
    >
      <EnableSecondFactorForm
        action={enableSecondFactorAction}
        email={user.email}
        secret={begun.secret}
        qrCode={<QrCode text={begun.uri} label="QR code with the key" />}
        {...(forced ? { doneHref: '/overview' } : { doneHref: '/account', cancelHref: '/account' })}
      />
    </Entrance>
  );
}
