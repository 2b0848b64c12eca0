import 'server-only';
import type { Aws } from './clients';
import { paceOwner } from './pace-calls';
import { quotasOf, type Service } from './quotas';

/** When a call of an operation may go under its own quota, ms since 1970; now when nothing holds it back. Takes no place. */
export async function nextPlace(aws: Aws, service: Service, operation: string): Promise<number> {
  const [own] = quotasOf(service, operation, paceOwner(aws, service), aws.quotaScale);
  const arrival = own === undefined ? 0 : await aws.paceStore.peek(own.key);
  return Math.max(Date.now(), arrival - ((own?.burst ?? 1) - 1) * (own?.intervalMs ?? 0));
}

/** What the pacer keeps between two calls of an operation, ms. */
export function callInterval(
  aws: Pick<Aws, 'region' | 'endpoint' | 'quotaScale'>,
  service: Service,
  operation: string,
): number {
  return quotasOf(service, operation, paceOwner(aws, service), aws.quotaScale)[0]?.intervalMs ?? 0;
}
