import type { GatewayView } from '@/lib/changes/model';
import { emptyMethod } from '@/lib/gateway/defaults';
import { type Method, verbs } from '@/lib/gateway/model';
import { methodOf } from '@/lib/gateway/subjects';

/** What a new route begins with: a copy of the one that the address names, `from=GET /orders`, or nothing. Pure. */
export function startMethod(view: GatewayView, query: Record<string, string | string[] | undefined>): Method {
  const [named = '', path = ''] = typeof query.from === 'string' ? query.from.split(' ', 2) : [];
  const verb = verbs.find((verb) => verb === named);
  const copied = verb ? methodOf(view.draft?.snapshot ?? view.working, { path, verb }) : null;
  return copied ?? emptyMethod();
}
