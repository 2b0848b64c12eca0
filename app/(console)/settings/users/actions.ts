'use server';

import { defineAction } from '@/lib/actions/define-action';
import { changeAccess } from '@/lib/users/change-access';
import { disableUser, enableUser } from '@/lib/users/disable-user';
import { inviteUser, reinviteUser } from '@/lib/users/invite-user';
import { resetSecondFactor } from '@/lib/users/reset-second-factor';
import { changeAccessSchema, inviteUserSchema, userIdSchema } from '@/lib/users/schemas';
import { setOneTimePassword } from '@/lib/users/set-one-time-password';

export const inviteUserAction = defineAction(
  { name: 'invite-user', permission: 'users:manage', input: inviteUserSchema },
  async ({ ctx, input }) => {
    const data = await inviteUser(ctx, input);
    return { data, message: `${data.email} is invited.` };
  },
);

export const reinviteUserAction = defineAction(
  { name: 'reinvite-user', permission: 'users:manage', input: userIdSchema },
  async ({ ctx, input }) => {
    const data = await reinviteUser(ctx, input);
    return { data, message: `${data.email} is invited again.` };
  },
);

export const changeAccessAction = defineAction(
  { name: 'change-access', permission: 'users:manage', input: changeAccessSchema },
  async ({ ctx, input }) => {
    const { email, changed } = await changeAccess(ctx, input);
    return {
      data: undefined,
      message: changed ? `${email} has another role or other limits now.` : 'Nothing changed.',
    };
  },
);

export const disableUserAction = defineAction(
  { name: 'disable-user', permission: 'users:manage', input: userIdSchema },
  async ({ ctx, input }) => {
    const { email } = await disableUser(ctx, input);
    return { data: undefined, message: `${email} is disabled.` };
  },
);

export const enableUserAction = defineAction(
  { name: 'enable-user', permission: 'users:manage', input: userIdSchema },
  async ({ ctx, input }) => {
    const { email } = await enableUser(ctx, input);
    return { data: undefined, message: `${email} may sign in again.` };
  },
);

export const resetSecondFactorAction = defineAction(
  { name: 'reset-second-factor', permission: 'users:manage', input: userIdSchema },
  async ({ ctx, input }) => {
    const { email } = await resetSecondFactor(ctx, input);
    return { data: undefined, message: `${email} has no second factor now.` };
  },
);

export const setOneTimePasswordAction = defineAction(
  { name: 'set-one-time-password', permission: 'users:manage', input: userIdSchema },
  async ({ ctx, input }) => {
    const data = await setOneTimePassword(ctx, input);
    return { data, message: `${data.email} has a one-time password.` };
  },
);
