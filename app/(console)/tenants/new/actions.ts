'use server';

import { defineAction } from '@/lib/actions/define-action';
import { checkHostname } from '@/lib/tenants/check-hostname';
import { onboardTenant } from '@/lib/tenants/onboard-tenant';
import { previewOnboarding } from '@/lib/tenants/preview-onboarding';
import { addDomainSchema, checkHostnameSchema, onboardTenantSchema } from '@/lib/tenants/schemas';

export const checkHostnameAction = defineAction(
  { name: 'check-hostname', permission: 'tenants:edit', input: checkHostnameSchema },
  async ({ ctx, input }) => ({ data: await checkHostname(ctx, input), message: 'Checked.' }),
);

export const previewOnboardingAction = defineAction(
  { name: 'preview-onboarding', permission: 'tenants:edit', input: addDomainSchema },
  async ({ ctx, input }) => ({ data: await previewOnboarding(ctx, input), message: 'Planned.' }),
);

export const onboardTenantAction = defineAction(
  { name: 'onboard-tenant', permission: 'tenants:onboard', input: onboardTenantSchema },
  async ({ ctx, input }) => ({ data: await onboardTenant(ctx, input), message: `${input.name} is being onboarded.` }),
);
