'use server';

import { defineAction } from '@/lib/actions/define-action';
import { addDomain } from '@/lib/tenants/add-domain';
import { addDomainSchema } from '@/lib/tenants/schemas';

export const addDomainAction = defineAction(
  { name: 'add-domain', permission: 'tenants:edit', input: addDomainSchema },
  async ({ ctx, input }) => ({ data: await addDomain(ctx, input), message: 'The domain is being set up.' }),
);
