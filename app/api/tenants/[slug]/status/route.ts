import { z } from 'zod';
import { defineRoute } from '@/lib/actions/define-route';
import { noTenant } from '@/lib/tenants/find-tenant';
import { getTenantStatus } from '@/lib/tenants/get-tenant-status';
import { ofTenant } from '@/lib/tenants/targets';

const headers = { 'cache-control': 'no-store' };

/** What a tenant's page polls: `TenantStatus`; 404 when there is no such tenant (any more). */
export const GET = defineRoute(
  {
    name: 'read-tenant-status',
    permission: 'tenants:view',
    input: z.object({ slug: z.string() }),
    target: ({ slug }) => ofTenant(slug),
  },
  async ({ ctx, input: { slug } }) => {
    const status = await getTenantStatus(ctx.db, slug, ctx.now());
    if (status === null) throw noTenant(slug);
    return Response.json(status, { headers });
  },
);
