import 'server-only';
import { eq } from 'drizzle-orm';
import type { TenantLimit } from '@/lib/auth/permissions';
import type { GatewayView } from '@/lib/changes/model';
import type { Db } from '@/lib/db/db';
import { domains, tenants } from '@/lib/db/schema';
import { renderTemplate } from '@/lib/gateway/templates/render-template';
import { readInventory } from '@/lib/inventory/read-inventory';
import { withinLimit } from '@/lib/tenants/within-limit';
import { explainInView } from './explain-in-view';
import type { ExplainedRequest } from './model';
import type { ExplainRequestInput } from './schemas';
import { withTimeLimit } from './with-time-limit';

/**
 * What becomes of a request in the live version, the working copy and the draft: from domain to back end. From the cache; nothing is
 * sent anywhere. To who is limited to some tenants, other tenants' hostnames are as unknown as any that the gateway doesn't have.
 *
 * @throws ExpectedError `invalid` when a template or a regular expression on the way doesn't come to an end
 */
export async function explainRequest(
  db: Db,
  view: GatewayView,
  input: ExplainRequestInput,
  limit: TenantLimit,
): Promise<ExplainedRequest> {
  const [mappings, gatewayDomains, owned] = await Promise.all([
    readInventory(db, 'mapping'),
    readInventory(db, 'gateway-domain'),
    db
      .select({
        hostname: domains.hostname,
        gatewayDomainName: domains.gatewayDomainName,
        slug: tenants.slug,
        name: tenants.name,
      })
      .from(domains)
      .innerJoin(tenants, eq(tenants.id, domains.tenantId))
      .where(withinLimit(tenants.slug, limit)),
  ]);
  const byHost = new Map(owned.map(({ hostname, slug, name }) => [hostname, { slug, name }]));
  const serving = new Set(owned.map(({ gatewayDomainName }) => gatewayDomainName));
  const isKnown = (name: string) => limit === null || serving.has(name);
  const known = {
    mappings: mappings.filter(({ domainName }) => isKnown(domainName)),
    domains: gatewayDomains.map(({ name }) => name).filter(isKnown),
    tenantOf: (host: string) => byHost.get(host) ?? null,
    render: renderTemplate,
  };
  return withTimeLimit(() => explainInView(view, input, known));
}
