'use server';

import { cookies, headers } from 'next/headers';
import { redirect } from 'next/navigation';
import { z } from 'zod';
import { defineAction } from '@/lib/actions/define-action';
import { leave } from '@/lib/auth/leave';
import { safePath } from '@/lib/auth/safe-path';
import { secondStepSchema, signInSchema } from '@/lib/auth/schemas';
import { passSecondFactor } from '@/lib/auth/second-factor/pass-second-factor';
import { decodeSecondStep, encodeSecondStep, secondStepCookie } from '@/lib/auth/second-factor/second-step-token';
import { setSessionCookie } from '@/lib/auth/session';
import { signIn } from '@/lib/auth/sign-in';
import { signOut } from '@/lib/auth/sign-out';
import { startSession } from '@/lib/auth/start-session';
import { ExpectedError } from '@/lib/errors';

export const signInAction = defineAction(
  { name: 'user.sign-in', permission: 'anyone', input: signInSchema },
  async ({ input, ctx, ip }) => {
    const { userId, secondFactor } = await signIn(ctx, { ...input, ip });
    if (secondFactor) {
      const { name, options } = secondStepCookie();
      (await cookies()).set(
        name,
        await encodeSecondStep({ userId, next: input.next, attempt: ctx.correlationId ?? undefined }),
        options,
      );
      redirect('/sign-in/code');
    }
    const userAgent = (await headers()).get('user-agent');
    const { sessionId } = await startSession(ctx, { userId, method: 'password', ip, userAgent });
    await setSessionCookie({ userId, sessionId });
    redirect(safePath(input.next));
  },
);

export const secondStepAction = defineAction(
  { name: 'user.second-step', permission: 'anyone', input: secondStepSchema },
  async ({ input, ctx: here, ip }) => {
    const { name, options } = secondStepCookie();
    const step = await decodeSecondStep((await cookies()).get(name)?.value);
    if (!step) {
      throw new ExpectedError('not-signed-in', 'This took longer than five minutes.', {
        fix: 'Sign in from the beginning.',
      });
    }
    const { userId, at, next } = step;
    // Both steps are one attempt.
    const ctx = { ...here, correlationId: step.attempt ?? here.correlationId };
    const secondFactor = await passSecondFactor(ctx, { userId, at, code: input.code, ip });
    const userAgent = (await headers()).get('user-agent');
    const { sessionId } = await startSession(ctx, { userId, method: 'password', ip, userAgent, secondFactor });
    (await cookies()).set(name, '', { ...options, maxAge: 0 });
    await setSessionCookie({ userId, sessionId });
    redirect(safePath(next));
  },
);

export const signOutAction = defineAction(
  { name: 'user.sign-out', permission: 'anyone', input: z.unknown() },
  async ({ ctx, user }) => {
    return leave(user ? await signOut(ctx, user) : null, '1');
  },
);
