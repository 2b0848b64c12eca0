import 'server-only';
import { and, eq } from 'drizzle-orm';
import { mapConcurrently } from '@/lib/aws/map-concurrently';
import type { Context } from '@/lib/context';
import { domains } from '@/lib/db/schema';
import { getNetwork } from '@/lib/dns/get-network';
import type { Network } from '@/lib/dns/network';
import { type LoadedDomain, loadDomain } from '@/lib/domains/load-domain';
import { observeRemoval } from '@/lib/domains/observe/observe-removal';
import { observeUsage } from '@/lib/domains/observe/usage';
import type { Observed } from '@/lib/domains/observed';
import { findTenant, noDomain } from '@/lib/tenants/find-tenant';
import type { AskedRecord, PlannedRemoval, RemovalPreview } from './model';
import { planRemovalList } from './plan-removal-list';
import type { PreviewRemovalInput } from './schemas';

/**
 * What a removal comes to, read from AWS now: what goes, what stays and why, and what is asked of the tenant, in order. Changes nothing; what
 * AWS doesn't tell is said so.
 *
 * @throws ExpectedError `not-found`
 */
export async function previewRemoval(
  ctx: Context,
  { slug, domainId }: PreviewRemovalInput,
  network: Network = getNetwork(),
): Promise<RemovalPreview> {
  const tenant = await findTenant(ctx.db, slug);
  const rows = await ctx.db
    .select({ id: domains.id })
    .from(domains)
    .where(and(eq(domains.tenantId, tenant.id), domainId === null ? undefined : eq(domains.id, domainId)))
    .orderBy(domains.hostname);
  if (domainId !== null && rows.length === 0) throw noDomain();
  const whole = domainId === null;
  const planned = await mapConcurrently(rows, 4, async ({ id }) => {
    const loaded = await loadDomain(ctx.db, id);
    return loaded === null ? null : planOne(ctx, network, asLeaving(loaded, whole));
  });
  const list = planned.flatMap((one) => one ?? []);
  return {
    at: ctx.now().toISOString(),
    tenantSlug: tenant.slug,
    tenantName: tenant.name,
    hostname: whole ? null : (list[0]?.hostname ?? null),
    tenant: whole ? await planTenant(ctx, slug) : [],
    domains: list,
  };
}

function asLeaving(domain: LoadedDomain, tenantLeaves: boolean): LoadedDomain {
  return { ...domain, tenantLeaves, wanted: { ...domain.wanted, intent: 'absent' } };
}

async function planOne(ctx: Context, network: Network, domain: LoadedDomain) {
  // The keys are the whole tenant's and told once.
  const observed = await observeRemoval(ctx, network, { ...domain, tenantLeaves: false }, { whole: true });
  const { wanted, previous } = domain;
  const sight = { subject: domain, wanted, observed, previous, now: ctx.now(), region: ctx.aws.region };
  return { hostname: wanted.hostname, items: planRemovalList(sight), askRecords: askedRecords(domain, observed) };
}

async function planTenant(ctx: Context, slug: string): Promise<PlannedRemoval[]> {
  const usage = await observeUsage(ctx, slug);
  const step = 'stop-usage' as const;
  if (!usage.known) return [{ step, fate: 'unknown', what: '', sentence: usage.trouble?.sentence ?? '' }];
  if (usage.value.length === 0)
    return [{ step, fate: 'stays', what: '', sentence: `No API key carries the tag gatehouse:tenant=${slug}.` }];
  return usage.value.map(({ id, name, enabled }) => ({
    step,
    fate: enabled ? 'goes' : 'stays',
    what: name === null ? id : `${name} (${id})`,
    sentence: enabled ? 'Disabled, not deleted.' : 'It is disabled already.',
  }));
}

/** Records at the tenant's own DNS provider that have lost their use. */
function askedRecords(
  { wanted, certificateOurs, edge }: LoadedDomain,
  { certificate, gatewayDomain }: Observed,
): AskedRecord[] {
  if (wanted.zoneId !== null) return [];
  const target = gatewayDomain.known ? (gatewayDomain.value?.targetName ?? null) : null;
  const routing = target === null ? [] : [{ type: 'CNAME', name: wanted.hostname, value: edge?.name ?? target }];
  const of = certificate.known && certificateOurs ? certificate.value : null;
  return [...routing, ...(of?.validations ?? []).flatMap(({ record }) => record ?? [])];
}
