import { z } from 'zod';
import { defineRoute } from '@/lib/actions/define-route';
import { getRemoval, noRemoval } from '@/lib/offboarding/get-removal';
import { reportText } from '@/lib/offboarding/removal-text';

const input = z.object({
  id: z.string(),
  as: z.enum(['text', 'json'], 'as is text or json'),
});

/** Downloads the report of a removal: `?as=text|json`. Who may see it is `getRemoval`'s to say, in the same words as of none. */
export const GET = defineRoute(
  { name: 'download-removal', permission: 'gateway:view', input },
  async ({ ctx, user, input: { id, as } }) => {
    const report = await getRemoval(ctx.db, id, user);
    if (report === null) throw noRemoval();
    const name = `removal-${report.hostname ?? report.tenantSlug}`.replace(/[^a-z0-9.-]/g, '_');
    const body = as === 'json' ? `${JSON.stringify(report, null, 2)}\n` : reportText(report);
    return new Response(body, {
      headers: {
        'cache-control': 'no-store',
        'content-type': as === 'json' ? 'application/json' : 'text/plain; charset=utf-8',
        'content-disposition': `attachment; filename="${name}.${as === 'json' ? 'json' : 'txt'}"`,
      },
    });
  },
);
