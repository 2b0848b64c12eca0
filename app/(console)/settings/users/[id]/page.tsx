import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { StatusBadge } from '@/components/ui/badge';
import { Breadcrumbs } from '@/components/ui/breadcrumbs';
import { ButtonLink } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { DescriptionList } from '@/components/ui/description-list';
import { PageHeader } from '@/components/ui/page-header';
import { RelativeTime } from '@/components/ui/relative-time';
import { ReinviteDialog } from '@/components/users/invite-dialog';
import { AccessDialog, ConfirmUser, OneTimePasswordDialog } from '@/components/users/user-dialogs';
import { methodWords, userStateLooks } from '@/components/users/user-looks';
import { requirePermission } from '@/lib/auth/session';
import { env } from '@/lib/env';
import { getDb } from '@/lib/runtime';
import { findUserById } from '@/lib/users/list-users';
import type { ListedUser } from '@/lib/users/model';
import { readAccessOptions } from '@/lib/users/read-access-options';
import {
  changeAccessAction,
  disableUserAction,
  enableUserAction,
  reinviteUserAction,
  resetSecondFactorAction,
  setOneTimePasswordAction,
} from '../actions';

export const metadata: Metadata = { title: 'User' };

export default async function UserPage({ params }: PageProps<'/settings/users/[id]'>) {
  const self = await requirePermission('users:manage');
  const db = await getDb();
  const [user, options] = await Promise.all([findUserById(db, (await params).id, new Date()), readAccessOptions(db)]);
  if (user === null) notFound();
  const now = Date.now();
  const isSelf = user.id === self.id;
  const look = userStateLooks[user.state];
  return (
    <>
      <PageHeader
        above={<Breadcrumbs items={[{ label: 'Users', href: '/settings/users' }, { label: user.name }]} />}
        title={user.name}
        badge={
          <StatusBadge tone={look.tone} icon={look.icon}>
            {look.word}
          </StatusBadge>
        }
        description={user.name === user.email ? null : user.email}
        actions={isSelf ? null : <StateActions user={user} />}
      />
      <div className="grid max-w-4xl gap-5">
        <Card
          title="Role and limits"
          description={isSelf ? 'Nobody changes their own: another administrator can.' : undefined}
          actions={
            isSelf ? null : (
              <AccessDialog
                id={user.id}
                name={user.name}
                initial={user}
                options={options}
                roleNote={user.method === 'oidc' ? 'It comes from the identity provider, with each sign-in.' : null}
                action={changeAccessAction}
              />
            )
          }
        >
          <DescriptionList
            items={[
              { name: 'Role', value: user.role },
              { name: 'Tenants', value: user.tenants === null ? 'all' : user.tenants.join(', ') || 'none' },
              {
                name: 'Deploys to',
                value:
                  user.role === 'viewer' || user.tenants !== null
                    ? 'no stage'
                    : user.stages === null
                      ? 'all stages'
                      : user.stages.join(', ') || 'no stage',
              },
            ]}
          />
        </Card>
        <Card title="Sign-in" actions={isSelf ? <OwnAccount /> : <SignInActions user={user} />}>
          <DescriptionList
            items={[
              {
                name: 'Signs in with',
                value: user.method ? methodWords[user.method] : 'Nothing yet: the invitation is to be accepted.',
              },
              {
                name: 'Second factor',
                value: user.method === 'oidc' ? 'up to the identity provider' : user.secondFactor ? 'on' : 'none',
              },
              ...(user.mustChangePassword ? [{ name: 'Password', value: 'to be changed at the next sign-in' }] : []),
              { name: 'Last seen', value: user.lastSeenAt ? <RelativeTime at={user.lastSeenAt} now={now} /> : 'never' },
              { name: 'Here since', value: <RelativeTime at={user.createdAt} now={now} /> },
              ...(user.inviteExpiresAt && user.method === null
                ? [
                    {
                      name: user.state === 'expired' ? 'Invitation ended' : 'Invitation ends',
                      value: <RelativeTime at={user.inviteExpiresAt} now={now} />,
                    },
                  ]
                : []),
            ]}
          />
        </Card>
        <Card
          title="Activity"
          description="What they did stands in the audit log."
          actions={
            <ButtonLink size="sm" icon="scroll-text" href={`/audit?actor=${encodeURIComponent(user.email)}`}>
              Open
            </ButtonLink>
          }
        />
      </div>
    </>
  );
}

function StateActions({ user }: { user: ListedUser }) {
  return user.state === 'disabled' ? (
    <ConfirmUser
      id={user.id}
      label="Enable"
      icon="play"
      title={`Let ${user.name} in again?`}
      description={`As ${user.role}, with the limits of before.`}
      action={enableUserAction}
    />
  ) : (
    <ConfirmUser
      id={user.id}
      label="Disable"
      icon="ban"
      danger
      title={`Disable ${user.name}?`}
      description="Their sessions end at once, and approvals they gave don't count any more. What they did stays in the log."
      action={disableUserAction}
    />
  );
}

function SignInActions({ user }: { user: ListedUser }) {
  if (user.state === 'disabled' || user.method === 'oidc') return null;
  return (
    <div className="flex flex-wrap gap-2">
      {user.method === null ? (
        <ReinviteDialog id={user.id} publicUrl={env().publicUrl} action={reinviteUserAction} />
      ) : null}
      {user.secondFactor ? (
        <ConfirmUser
          id={user.id}
          label="Reset second factor"
          icon="undo-2"
          title={`Take away the second factor of ${user.name}?`}
          description="For who has lost it: they sign in with the password alone, and set up another."
          action={resetSecondFactorAction}
        />
      ) : null}
      <OneTimePasswordDialog id={user.id} name={user.name} action={setOneTimePasswordAction} />
    </div>
  );
}

function OwnAccount() {
  return (
    <ButtonLink size="sm" icon="user" href="/account">
      Your account
    </ButtonLink>
  );
}
