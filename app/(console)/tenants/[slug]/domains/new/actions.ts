'use server';

import { defineAction } from '@/lib/actions/define-action';
import { addDomain } from '@/lib/tenants/add-domain';
import { addDomainSchema } from '@/lib/tenants/schemas';
import { ofTenant } from '@/lib/tenants/targets';

export const addDomainAction = defineAction(
  { name: 'add-domain', permission: 'tenants:edit', input: addDomainSchema, target: ({ slug }) => ofTenant(slug) },
  async ({ ctx, input }) => ({ data: await addDomain(ctx, input), message: 'The domain is being set up.' }),
);
