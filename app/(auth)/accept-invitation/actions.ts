'use server';

import { headers } from 'next/headers';
import { redirect } from 'next/navigation';
import { defineAction } from '@/lib/actions/define-action';
import { acceptInvitation } from '@/lib/auth/invitation/accept-invitation';
import { acceptInvitationSchema } from '@/lib/auth/schemas';
import { setSessionCookie } from '@/lib/auth/session';
import { startSession } from '@/lib/auth/start-session';

export const acceptInvitationAction = defineAction(
  { name: 'user.accept-invitation', permission: 'anyone', input: acceptInvitationSchema },
  async ({ input, ctx, ip }) => {
    const { userId } = await acceptInvitation(ctx, { ...input, ip });
    const userAgent = (await headers()).get('user-agent');
    const { sessionId } = await startSession(ctx, { userId, method: 'password', ip, userAgent });
    await setSessionCookie({ userId, sessionId });
    redirect('/overview');
  },
);
