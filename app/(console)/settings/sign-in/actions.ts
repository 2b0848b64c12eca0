'use server';

import { defineAction } from '@/lib/actions/define-action';
import { saveRoleMapping } from '@/lib/auth/oidc/role-mapping';
import { roleMappingSchema } from '@/lib/auth/oidc/schemas';
import { signInPolicySchema } from '@/lib/auth/schemas';
import { saveSignInPolicy } from '@/lib/auth/sign-in-policy';

export const saveSignInPolicyAction = defineAction(
  { name: 'settings.save-sign-in-policy', permission: 'settings:manage', input: signInPolicySchema },
  async ({ input, ctx }) => {
    await saveSignInPolicy(ctx, input);
    return { data: null, message: 'Saved. It holds from now on, for who is signed in already, too.' };
  },
);

export const saveRoleMappingAction = defineAction(
  { name: 'settings.save-role-mapping', permission: 'settings:manage', input: roleMappingSchema },
  async ({ input, ctx }) => {
    await saveRoleMapping(ctx, input.rules);
    return { data: null, message: "Saved. It counts from everybody's next sign-in on." };
  },
);
