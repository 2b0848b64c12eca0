'use server';

import { defineAction } from '@/lib/actions/define-action';
import { saveDomainSettings } from '@/lib/domains/settings/save-settings';
import { domainSettingsSchema } from '@/lib/domains/settings/schemas';

export const saveDomainSettingsAction = defineAction(
  { name: 'settings.save-domains', permission: 'settings:manage', input: domainSettingsSchema },
  async ({ ctx, input }) => {
    await saveDomainSettings(ctx, input);
    return { data: undefined, message: 'Saved. It holds for domains that are added from now on.' };
  },
);
