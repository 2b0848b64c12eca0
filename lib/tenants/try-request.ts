import 'server-only';
import { audited } from '@/lib/audit/audited';
import type { Context } from '@/lib/context';
import { getNetwork } from '@/lib/dns/get-network';
import type { Network } from '@/lib/dns/network';
import { tryRequest as sendRequest, type TryResult } from '@/lib/dns/try-request';
import { findDomain } from '@/lib/tenants/find-tenant';
import type { TryRequestInput } from '@/lib/tenants/schemas';

/**
 * Sends one real request to a tenant's domain and returns both sides. It reaches the tenant's back end, so it is audited
 * like a change.
 *
 * @throws ExpectedError `not-found`
 */
export async function tryRequest(
  ctx: Context,
  input: TryRequestInput,
  network: Network = getNetwork(),
): Promise<TryResult> {
  const { hostname, tenantSlug } = await findDomain(ctx.db, input.domainId);
  const { method, path, body } = input;
  const after = (result: TryResult) => ({
    method,
    path,
    status: result.response?.status ?? null,
    sentence: result.sentence,
  });
  return audited(
    ctx,
    { action: 'request.tried', resourceId: hostname, tenantSlug, after: { method, path } },
    () => sendRequest(network, { hostname, method, path, body: ['GET', 'HEAD'].includes(method) ? '' : body }),
    { after },
  );
}
