import { createHash } from 'node:crypto';
import { z } from 'zod';
import { defineRoute } from '@/lib/actions/define-route';
import { getRemoval, noRemoval } from '@/lib/offboarding/get-removal';

/** What a report's page polls: `{version, finished}`; the version changes whenever something on the page has. */
export const GET = defineRoute(
  { name: 'read-removal-status', permission: 'gateway:view', input: z.object({ id: z.string() }) },
  async ({ ctx, user, input: { id } }) => {
    const report = await getRemoval(ctx.db, id, user);
    if (report === null) throw noRemoval();
    const version = createHash('sha256').update(JSON.stringify(report)).digest('base64url').slice(0, 16);
    const headers = { 'cache-control': 'no-store' };
    return Response.json({ version, finished: report.finishedAt !== null }, { headers });
  },
);
