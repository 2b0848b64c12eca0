import 'server-only';
import { AsyncLocalStorage } from 'node:async_hooks';
import { headers } from 'next/headers';
import { clientIp } from '@/lib/auth/client-ip';
import { getSessionInSetup, type SessionUser } from '@/lib/auth/session';
import type { AuditActor, Context } from '@/lib/context';
import { getContext } from '@/lib/runtime';

/** On whose behalf an action runs, from where, and what it works with. */
export interface ActionRequest {
  user: SessionUser | null;
  ip: string | null;
  context(actor: AuditActor): Promise<Context>;
}

/** The request in hand. */
export const actionRequests = new AsyncLocalStorage<ActionRequest>();

/** The request in hand, read from its cookie and headers. */
export async function readActionRequest(): Promise<ActionRequest> {
  return { user: await getSessionInSetup(), ip: clientIp(await headers()), context: getContext };
}

/** Who a request's deeds are written down for. */
export function actorOf({ user, ip }: ActionRequest): AuditActor {
  return user ? { kind: 'user', id: user.id, name: user.email, ip } : { kind: 'system', name: 'visitor' };
}
