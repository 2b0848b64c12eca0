'use server';

import { z } from 'zod';
import { defineAction } from '@/lib/actions/define-action';
import { changePassword } from '@/lib/auth/change-password';
import { changeProfile } from '@/lib/auth/change-profile';
import { endSessions } from '@/lib/auth/end-sessions';
import { leave } from '@/lib/auth/leave';
import { requireUser } from '@/lib/auth/require-user';
import {
  bothFactorsSchema,
  changePasswordSchema,
  enableSecondFactorSchema,
  endSessionSchema,
  profileSchema,
} from '@/lib/auth/schemas';
import { disableSecondFactor } from '@/lib/auth/second-factor/disable-second-factor';
import { enableSecondFactor } from '@/lib/auth/second-factor/enable-second-factor';
import { renewRecoveryCodes } from '@/lib/auth/second-factor/renew-recovery-codes';
import { signOut } from '@/lib/auth/sign-out';

const own = 'account:own';
const sessionsEnded = (count: number) =>
  count === 0 ? 'No other session was open.' : `${count} other ${count === 1 ? 'session' : 'sessions'} ended.`;

export const changeProfileAction = defineAction(
  { name: 'user.change-profile', permission: own, input: profileSchema },
  async ({ input, ctx, user }) => {
    await changeProfile(ctx, requireUser(user), input);
    return { data: null, message: 'Your name is saved.' };
  },
);

export const changePasswordAction = defineAction(
  { name: 'user.change-password', permission: own, input: changePasswordSchema, inSetup: true },
  async ({ input, ctx, user }) => {
    const { ended } = await changePassword(ctx, requireUser(user), input);
    return { data: null, message: `Your password is changed. ${sessionsEnded(ended)}` };
  },
);

export const enableSecondFactorAction = defineAction(
  { name: 'user.enable-second-factor', permission: own, input: enableSecondFactorSchema, inSetup: true },
  async ({ input, ctx, user }) => {
    const recoveryCodes = await enableSecondFactor(ctx, requireUser(user).id, input.code);
    return { data: { recoveryCodes }, message: 'The second factor is on.' };
  },
);

export const disableSecondFactorAction = defineAction(
  { name: 'user.disable-second-factor', permission: own, input: bothFactorsSchema },
  async ({ input, ctx, user }) => {
    await disableSecondFactor(ctx, requireUser(user), input);
    return { data: null, message: 'The second factor is off.' };
  },
);

export const renewRecoveryCodesAction = defineAction(
  { name: 'user.renew-recovery-codes', permission: own, input: bothFactorsSchema },
  async ({ input, ctx, user }) => {
    const recoveryCodes = await renewRecoveryCodes(ctx, requireUser(user), input);
    return { data: { recoveryCodes }, message: 'The old recovery codes do not work any more.' };
  },
);

export const endSessionAction = defineAction(
  { name: 'user.end-session', permission: own, input: endSessionSchema },
  async ({ input, ctx, user }) => {
    const ended = await endSessions(ctx, requireUser(user).id, 'revoked', { only: input.sessionId });
    return { data: null, message: ended > 0 ? 'The session ended.' : 'The session had ended already.' };
  },
);

export const endOtherSessionsAction = defineAction(
  { name: 'user.end-other-sessions', permission: own, input: z.unknown() },
  async ({ ctx, user }) => {
    const { id, sessionId } = requireUser(user);
    return { data: null, message: sessionsEnded(await endSessions(ctx, id, 'revoked', { except: sessionId })) };
  },
);

export const signOutEverywhereAction = defineAction(
  { name: 'user.sign-out-everywhere', permission: own, input: z.unknown(), inSetup: true },
  async ({ ctx, user }) => {
    const self = requireUser(user);
    await endSessions(ctx, self.id, 'signed-out-elsewhere', { except: self.sessionId });
    return leave(await signOut(ctx, self), 'everywhere');
  },
);
