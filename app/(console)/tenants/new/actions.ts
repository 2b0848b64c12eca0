'use server';

import { defineAction } from '@/lib/actions/define-action';
import { checkHostname } from '@/lib/tenants/check-hostname';
import { onboardTenant } from '@/lib/tenants/onboard-tenant';
import { previewOnboarding } from '@/lib/tenants/preview-onboarding';
import { addDomainSchema, checkHostnameSchema, onboardTenantSchema } from '@/lib/tenants/schemas';
import { ofTenant } from '@/lib/tenants/targets';

export const checkHostnameAction = defineAction(
  // About a name that is nobody's yet; what is said of others' is left out for who is limited.
  { name: 'check-hostname', permission: 'tenants:edit', input: checkHostnameSchema, target: 'own' },
  async ({ ctx, input }) => ({ data: await checkHostname(ctx, input), message: 'Checked.' }),
);

export const previewOnboardingAction = defineAction(
  {
    name: 'preview-onboarding',
    permission: 'tenants:edit',
    input: addDomainSchema,
    target: ({ slug }) => ofTenant(slug),
  },
  async ({ ctx, input }) => ({ data: await previewOnboarding(ctx, input), message: 'Planned.' }),
);

export const onboardTenantAction = defineAction(
  { name: 'onboard-tenant', permission: 'tenants:onboard', input: onboardTenantSchema },
  async ({ ctx, input }) => ({ data: await onboardTenant(ctx, input), message: `${input.name} is being onboarded.` }),
);
