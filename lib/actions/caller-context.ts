import 'server-only';
import type { Context } from '@/lib/context';
import { type ActionRequest, actorOf } from './action-request';

/** What a verb works with on behalf of whoever calls, their limits included. */
export async function callerContext(request: ActionRequest): Promise<Context> {
  return { ...(await request.context(actorOf(request))), tenants: request.user?.tenants ?? null };
}
