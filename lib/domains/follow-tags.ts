import 'server-only';
import { and, eq, gte } from 'drizzle-orm';
import { audited } from '@/lib/audit/audited';
import { addTagsToCertificate } from '@/lib/aws/acm/add-tags-to-certificate';
import { domainNameArn } from '@/lib/aws/api-gateway/domain-name-arn';
import { tagResource } from '@/lib/aws/api-gateway/tag-resource';
import { AwsError } from '@/lib/aws/errors';
import type { Context } from '@/lib/context';
import { auditEvents } from '@/lib/db/schema';
import type { LoadedDomain } from '@/lib/domains/load-domain';
import type { Observed } from '@/lib/domains/observed';
import { domainTag, tenantTag } from '@/lib/domains/ownership';
import { ownerTags } from '@/lib/domains/tags';

/**
 * Has the tags of what is the domain's own name the tenant that it belongs to by now, after it moved from one to another. A pass that fails
 * at it leaves it to the next: what is served doesn't depend on tags.
 */
export async function followTags(ctx: Context, domain: LoadedDomain, observed: Observed): Promise<void> {
  // The cache may confirm, and is nothing to act on.
  if (domain.wanted.intent === 'absent' || observed.cached === true) return;
  const { region } = ctx.aws;
  const gateway = observed.gatewayDomain.known ? observed.gatewayDomain.value : null;
  if (
    gateway !== null &&
    gateway.name === domain.wanted.hostname &&
    (await isStale(ctx, domain, gateway.tags, 'gatewayDomainOurs'))
  )
    await tag(ctx, domain, gateway, (tags) => tagResource(ctx.aws, domainNameArn(region, gateway.name), tags));
  const certificate = observed.certificate.known ? observed.certificate.value : null;
  if (certificate !== null && (await isStale(ctx, domain, certificate.tags, 'certificateOurs'))) {
    const item = { name: certificate.arn, tags: certificate.tags };
    await tag(ctx, domain, item, (tags) => addTagsToCertificate(ctx.aws, certificate.arn, tags));
  }
}

/** Names another tenant, and is the domain's own all the same. Without the tag somebody took it away on purpose. */
async function isStale(
  ctx: Context,
  domain: LoadedDomain,
  tags: Record<string, string>,
  ours: 'gatewayDomainOurs' | 'certificateOurs',
): Promise<boolean> {
  const named = tags[tenantTag];
  if (named === undefined || named === domain.wanted.tenantSlug) return false;
  if (domain[ours] || tags[domainTag] === domain.id) return true;
  // Tagged by hand for the tenant that it has moved from.
  const [moved] = await ctx.db
    .select({ id: auditEvents.id })
    .from(auditEvents)
    .where(
      and(
        eq(auditEvents.action, 'domain.moved'),
        eq(auditEvents.resourceId, domain.wanted.hostname),
        eq(auditEvents.tenantSlug, named),
        gte(auditEvents.at, domain.createdAt),
      ),
    )
    .limit(1);
  return moved !== undefined && ours === 'gatewayDomainOurs';
}

async function tag(
  ctx: Context,
  domain: LoadedDomain,
  item: { name: string; tags: Record<string, string> },
  write: (tags: Record<string, string>) => Promise<void>,
): Promise<void> {
  const { tenantSlug } = domain.wanted;
  // Whose it is, and nothing of who made it: what was adopted stays so, and is not deleted with its domain.
  const after = { ...ownerTags(domain.tenant), [domainTag]: domain.id };
  const event = {
    action: 'domain.tagged' as const,
    resourceId: item.name,
    tenantSlug,
    before: { tags: Object.keys(item.tags) },
    after,
  };
  try {
    await ctx.aws.refuseUnconfirmed();
    await audited(ctx, event, () => write(after));
  } catch (error) {
    if (!(error instanceof AwsError)) throw error;
  }
}
