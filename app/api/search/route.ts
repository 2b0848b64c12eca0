import { z } from 'zod';
import { defineRoute } from '@/lib/actions/define-route';
import { listTenants } from '@/lib/tenants/list-tenants';

const input = z.object({ q: z.string().default('') });

/** Up to eight of the caller's tenants for the command palette: `[{slug, name, hostname}]`. */
export const GET = defineRoute(
  { name: 'search-tenants', permission: 'tenants:view', input, target: 'own' },
  async ({ ctx, input: { q }, user }) => {
    const filter = { headline: null, sort: 'name', descending: false, page: 1 } as const;
    const { rows } = await listTenants(ctx.db, { ...filter, search: q.trim().slice(0, 100) }, user.tenants);
    return Response.json(
      rows.slice(0, 8).map(({ slug, name, hostnames }) => ({ slug, name, hostname: hostnames[0] ?? null })),
      { headers: { 'cache-control': 'no-store' } },
    );
  },
);
