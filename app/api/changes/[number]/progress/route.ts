import { z } from 'zod';
import { defineRoute } from '@/lib/actions/define-route';
import { readProgress } from '@/lib/changes/read-progress';

const headers = { 'cache-control': 'no-store' };

/** What a change set's page polls while it is applied: `Progress`. */
export const GET = defineRoute(
  { name: 'read-progress', permission: 'gateway:view', input: z.object({ number: z.coerce.number() }) },
  async ({ ctx, input }) => Response.json(await readProgress(ctx.db, input.number), { headers }),
);
