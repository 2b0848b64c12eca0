import { getSession } from '@/lib/auth/session';
import { getDb } from '@/lib/runtime';
import { listTenants } from '@/lib/tenants/list-tenants';

const headers = { 'cache-control': 'no-store' };

/** Up to eight tenants for the command palette: `[{slug, name, hostname}]`; 401 without a session. */
export async function GET(request: Request): Promise<Response> {
  if (!(await getSession())) return Response.json({ error: 'not signed in' }, { status: 401, headers });
  const search = (new URL(request.url).searchParams.get('q') ?? '').trim().slice(0, 100);
  const { rows } = await listTenants(await getDb(), {
    search,
    headline: null,
    sort: 'name',
    descending: false,
    page: 1,
  });
  return Response.json(
    rows.slice(0, 8).map(({ slug, name, hostnames }) => ({ slug, name, hostname: hostnames[0] ?? null })),
    { headers },
  );
}
