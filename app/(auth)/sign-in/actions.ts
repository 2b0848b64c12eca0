'use server';

import { cookies } from 'next/headers';
import { redirect } from 'next/navigation';
import { z } from 'zod';
import { defineAction } from '@/lib/actions/define-action';
import { recordEvent } from '@/lib/audit/record-event';
import { safePath } from '@/lib/auth/safe-path';
import { signInSchema } from '@/lib/auth/schemas';
import { encodeSession, sessionCookie, sessionIdleSeconds } from '@/lib/auth/session-token';
import { signIn } from '@/lib/auth/sign-in';

export const signInAction = defineAction(
  { name: 'user.sign-in', permission: 'anyone', input: signInSchema },
  async ({ input, ctx, ip }) => {
    const user = await signIn(ctx, { ...input, ip });
    const { name, options } = sessionCookie();
    (await cookies()).set(name, await encodeSession(user.id), { ...options, maxAge: sessionIdleSeconds });
    redirect(safePath(input.next));
  },
);

export const signOutAction = defineAction(
  { name: 'user.sign-out', permission: 'anyone', input: z.unknown() },
  async ({ ctx, user }) => {
    if (user) await recordEvent(ctx, { action: 'user.signed-out', resourceId: user.email });
    (await cookies()).delete(sessionCookie().name);
    redirect('/sign-in?signed-out=1');
  },
);
