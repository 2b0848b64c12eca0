'use server';

import { defineAction } from '@/lib/actions/define-action';
import { askForCheck } from '@/lib/share/ask-for-check';
import { checkSharedSchema } from '@/lib/share/schemas';

export const checkSharedDomainAction = defineAction(
  // The link is what lets one in; without a valid one nothing is looked at.
  { name: 'share-link.check', permission: 'anyone', input: checkSharedSchema },
  async ({ ctx, input }) => {
    const data = await askForCheck(ctx, input);
    return { data, message: `${data.hostname} is being checked.` };
  },
);
