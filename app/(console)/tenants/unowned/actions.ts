'use server';

import { defineAction } from '@/lib/actions/define-action';
import { assignUnowned } from '@/lib/tenants/unowned/assign-unowned';
import { assignUnownedSchema } from '@/lib/tenants/unowned/schemas';

export const assignUnownedAction = defineAction(
  { name: 'assign-unowned', permission: 'tenants:move', input: assignUnownedSchema },
  async ({ ctx, input }) => {
    const data = await assignUnowned(ctx, input);
    const count = data.adopted.length + data.tagged.length;
    return { data, message: `${count === 1 ? '1 is' : `${count} are`} ${data.slug}'s now. On AWS only tags changed.` };
  },
);
