import { getSession } from '@/lib/auth/session';
import { getDb } from '@/lib/runtime';
import { getTenantStatus } from '@/lib/tenants/get-tenant-status';

const headers = { 'cache-control': 'no-store' };

/** What a tenant's page polls: `TenantStatus`; 401 without a session, 404 when there is no such tenant (any more). */
export async function GET(_request: Request, { params }: { params: Promise<{ slug: string }> }): Promise<Response> {
  if ((await getSession()) === null) return Response.json({ error: 'not signed in' }, { status: 401, headers });
  const { slug } = await params;
  const status = await getTenantStatus(await getDb(), slug, new Date());
  if (status === null) return Response.json({ error: 'no such tenant' }, { status: 404, headers });
  return Response.json(status, { headers });
}
