import 'server-only';
import { eq } from 'drizzle-orm';
import type { GatewayView } from '@/lib/changes/model';
import type { Db } from '@/lib/db/db';
import { domains, tenants } from '@/lib/db/schema';
import { renderTemplate } from '@/lib/gateway/templates/render-template';
import { readInventory } from '@/lib/inventory/read-inventory';
import { explainInView } from './explain-in-view';
import type { ExplainedRequest } from './model';
import type { ExplainRequestInput } from './schemas';
import { withTimeLimit } from './with-time-limit';

/**
 * What becomes of a request in the live version, the working copy and the draft: from domain to back end. From the cache; nothing is
 * sent anywhere.
 *
 * @throws ExpectedError `invalid` when a template or a regular expression on the way doesn't come to an end
 */
export async function explainRequest(db: Db, view: GatewayView, input: ExplainRequestInput): Promise<ExplainedRequest> {
  const [mappings, gatewayDomains, owned] = await Promise.all([
    readInventory(db, 'mapping'),
    readInventory(db, 'gateway-domain'),
    db
      .select({ hostname: domains.hostname, slug: tenants.slug, name: tenants.name })
      .from(domains)
      .innerJoin(tenants, eq(tenants.id, domains.tenantId)),
  ]);
  const byHost = new Map(owned.map(({ hostname, slug, name }) => [hostname, { slug, name }]));
  const known = {
    mappings,
    domains: gatewayDomains.map(({ name }) => name),
    tenantOf: (host: string) => byHost.get(host) ?? null,
    render: renderTemplate,
  };
  return withTimeLimit(() => explainInView(view, input, known));
}
