import { checkHealth } from '@/lib/boot/health';

export const dynamic = 'force-dynamic';

/** Open to anybody who reaches the port: load balancers have no session. It tells no secrets. */
export async function GET() {
  const health = await checkHealth();
  return Response.json(health, {
    status: health.status === 'ok' ? 200 : 503,
    headers: { 'cache-control': 'no-store' },
  });
}
