'use server';

import { defineAction } from '@/lib/actions/define-action';
import { protectStage } from '@/lib/approvals/protect-stage';
import { protectStageSchema } from '@/lib/approvals/schemas';

export const protectStageAction = defineAction(
  { name: 'protect-stage', permission: 'stages:protect', input: protectStageSchema },
  async ({ ctx, input }) => {
    await protectStage(ctx, input);
    const message =
      input.approverRole === null
        ? `${input.stage} needs nobody's approval now.`
        : `${input.stage} serves only what was approved from now on.`;
    return { data: undefined, message };
  },
);
