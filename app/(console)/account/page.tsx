import type { Metadata } from 'next';
import { ProfileForm } from '@/components/account/profile-form';
import { SecondFactorCard } from '@/components/account/second-factor-card';
import { SessionList } from '@/components/account/session-list';
import { SignOutEverywhere } from '@/components/account/sign-out-everywhere';
import { CallButton } from '@/components/changes/call-button';
import { ButtonLink } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { DescriptionList } from '@/components/ui/description-list';
import { formatAbsoluteTime, formatRelativeTime } from '@/components/ui/format-relative-time';
import { PageHeader } from '@/components/ui/page-header';
import { listSessions } from '@/lib/auth/list-sessions';
import { readAccount } from '@/lib/auth/read-account';
import { requireSession } from '@/lib/auth/session';
import { readSignInPolicy } from '@/lib/auth/sign-in-policy';
import { env } from '@/lib/env';
import { getDb } from '@/lib/runtime';
import {
  changeProfileAction,
  disableSecondFactorAction,
  endOtherSessionsAction,
  endSessionAction,
  renewRecoveryCodesAction,
  signOutEverywhereAction,
} from './actions';

export const metadata: Metadata = { title: 'Your account' };

export default async function AccountPage() {
  const user = await requireSession();
  const db = await getDb();
  const now = new Date();
  const [account, sessions, policy] = await Promise.all([
    readAccount(db, user.id),
    listSessions({ db, now: () => now }, user.id),
    readSignInPolicy(db),
  ]);
  return (
    <>
      <PageHeader title="Your account" description="Who you are here, how you sign in, and where you are signed in." />
      <div className="grid max-w-4xl gap-5">
        <Card title="Profile">
          <div className="grid gap-4">
            <ProfileForm action={changeProfileAction} name={user.name} />
            <DescriptionList
              items={[
                { name: 'Email', value: user.email },
                { name: 'Role', value: user.role },
                { name: 'Tenants', value: user.tenants === null ? 'all' : user.tenants.join(', ') || 'none' },
                { name: 'Stages to deploy to', value: user.stages === null ? 'all' : user.stages.join(', ') || 'none' },
              ]}
            />
          </div>
        </Card>
        {account.hasPassword ? (
          <>
            <Card
              title="Password"
              description={
                account.passwordChangedAt
                  ? `Changed ${formatAbsoluteTime(account.passwordChangedAt)}.`
                  : 'Not changed yet.'
              }
              actions={<ButtonLink href="/account/password">Change password</ButtonLink>}
            />
            <SecondFactorCard
              email={user.email}
              on={account.secondFactorSince !== null}
              since={account.secondFactorSince ? formatAbsoluteTime(account.secondFactorSince).slice(0, 10) : null}
              codesLeft={account.recoveryCodesLeft}
              required={policy.secondFactor === 'required'}
              disable={disableSecondFactorAction}
              renew={renewRecoveryCodesAction}
            />
          </>
        ) : (
          <Card title="Password" description={`You sign in with ${env().oidc?.name ?? 'the identity provider'}.`}>
            <p className="text-ink-muted text-sm">
              Password and second factor are kept there. This account has no password of its own.
            </p>
          </Card>
        )}
        <Card
          title="Sessions"
          description={`A session ends after ${hours(env().session.idleMs)} without use, and ${hours(env().session.absoluteMs)} after signing in.`}
          flush
          actions={
            <>
              {sessions.length > 1 ? (
                <CallButton label="End all others" input={{}} action={endOtherSessionsAction} />
              ) : null}
              <SignOutEverywhere action={signOutEverywhereAction} />
            </>
          }
        >
          <SessionList sessions={sessions} currentId={user.sessionId} now={now.getTime()} end={endSessionAction} />
        </Card>
      </div>
    </>
  );
}

/** `8 hours`, `7 days`. */
function hours(ms: number): string {
  return formatRelativeTime(ms, 0).replace(/^in /, '');
}
