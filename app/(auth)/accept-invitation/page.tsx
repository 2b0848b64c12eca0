import type { Metadata } from 'next';
import { AcceptInvitationForm } from '@/components/account/accept-invitation-form';
import { Entrance } from '@/components/account/entrance';
import { ButtonLink } from '@/components/ui/button';
import { formatAbsoluteTime } from '@/components/ui/format-relative-time';
import { Notice } from '@/components/ui/notice';
import { findInvitation } from '@/lib/auth/invitation/find-invitation';
import { getDb } from '@/lib/runtime';
import { acceptInvitationAction } from './actions';

export const metadata: Metadata = { title: 'Accept the invitation' };

export default async function AcceptInvitationPage({ searchParams }: PageProps<'/accept-invitation'>) {
  const { token } = await searchParams;
  const given = typeof token === 'string' ? token : '';
  const invitation = await findInvitation(await getDb(), given, new Date());
  if (invitation.state !== 'open') {
    const expired = invitation.state === 'expired';
    return (
      <Entrance
        title={expired ? 'This invitation has expired' : 'This invitation is not open'}
        notice={
          <Notice
            tone="amber"
            title={
              expired
                ? `It could be accepted until ${formatAbsoluteTime(invitation.at)}.`
                : 'It was accepted already, was withdrawn, or the link is not complete.'
            }
          >
            Ask an administrator of this console for another one. Who has accepted it signs in with the password chosen
            then.
          </Notice>
        }
        below={<ButtonLink href="/sign-in">Go to the sign-in page</ButtonLink>}
      />
    );
  }
  return (
    <Entrance
      title="Welcome to Gatehouse"
      description={
        <>
          You were invited as <span className="break-name font-medium text-ink">{invitation.email}</span>.
        </>
      }
    >
      <AcceptInvitationForm
        action={acceptInvitationAction}
        token={given}
        email={invitation.email}
        name={invitation.name === invitation.email ? '' : invitation.name}
      />
    </Entrance>
  );
}
