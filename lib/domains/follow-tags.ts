import 'server-only';
import { and, eq, gte } from 'drizzle-orm';
import { audited } from '@/lib/audit/audited';
import { addTagsToCertificate } from '@/lib/aws/acm/add-tags-to-certificate';
import { domainNameArn } from '@/lib/aws/api-gateway/domain-name-arn';
import { tagResource } from '@/lib/aws/api-gateway/tag-resource';
import { untagResource } from '@/lib/aws/api-gateway/untag-resource';
import { AwsError } from '@/lib/aws/errors';
import type { Context } from '@/lib/context';
import { auditEvents } from '@/lib/db/schema';
import type { LoadedDomain } from '@/lib/domains/load-domain';
import type { Observed } from '@/lib/domains/observed';
import { contactTag, domainTag, tenantNameTag, tenantTag } from '@/lib/domains/ownership';
import { contactTags, ownerTags } from '@/lib/domains/tags';

/** A thing on AWS with what its tags are to say of its tenant. */
interface Tagged {
  name: string;
  tags: Record<string, string>;
  wanted: Record<string, string>;
  ours: boolean;
  /** A custom domain name: it says the contact, too, and somebody may have tagged it by hand for the tenant that it has moved from. */
  byHand: boolean;
}

/**
 * Has the tags of what is the domain's own name the tenant that it belongs to by now, by its present name and contact: after it moved from one
 * to another, and after one of the two was changed. A pass that fails at it leaves it to the next: what is served doesn't depend on tags.
 */
export async function followTags(ctx: Context, domain: LoadedDomain, observed: Observed): Promise<void> {
  // The cache may confirm, and is nothing to act on.
  if (domain.wanted.intent === 'absent' || observed.cached === true) return;
  const { region } = ctx.aws;
  const owner = ownerTags(domain.tenant);
  const gateway = observed.gatewayDomain.known ? observed.gatewayDomain.value : null;
  if (gateway !== null && gateway.name === domain.wanted.hostname) {
    const { name, tags } = gateway;
    const wanted = { ...owner, ...contactTags(domain.tenant) };
    const thing = { name, tags, wanted, ours: domain.gatewayDomainOurs, byHand: true };
    if (await isStale(ctx, domain, thing)) {
      const arn = domainNameArn(region, name);
      // Nobody's contact stays at what is another's by now.
      const former = tags[contactTag] !== undefined && wanted[contactTag] === undefined;
      await tag(ctx, domain, thing, async (after) => {
        await tagResource(ctx.aws, arn, after);
        if (former) await untagResource(ctx.aws, arn, [contactTag]);
      });
    }
  }
  const certificate = observed.certificate.known ? observed.certificate.value : null;
  if (certificate !== null) {
    const { arn, tags } = certificate;
    const thing = { name: arn, tags, wanted: owner, ours: domain.certificateOurs, byHand: false };
    if (await isStale(ctx, domain, thing))
      await tag(ctx, domain, thing, (after) => addTagsToCertificate(ctx.aws, arn, after));
  }
}

/** Says something else of its tenant, and is the domain's own all the same. Without the tag somebody took it away on purpose. */
async function isStale(ctx: Context, domain: LoadedDomain, { tags, wanted, ours, byHand }: Tagged): Promise<boolean> {
  const named = tags[tenantTag];
  if (named === undefined) return false;
  // Whoever tagged it without a name had no use for one.
  const said = [
    tenantTag,
    ...(tags[tenantNameTag] === undefined ? [] : [tenantNameTag]),
    ...(byHand ? [contactTag] : []),
  ];
  if (said.every((key) => tags[key] === wanted[key])) return false;
  if (ours || tags[domainTag] === domain.id) return true;
  if (!byHand || named === domain.wanted.tenantSlug) return false;
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
  return moved !== undefined;
}

async function tag(
  ctx: Context,
  domain: LoadedDomain,
  item: Tagged,
  write: (tags: Record<string, string>) => Promise<void>,
): Promise<void> {
  const { tenantSlug } = domain.wanted;
  // Whose it is, and nothing of who made it: what was adopted stays so, and is not deleted with its domain.
  const after = { ...item.wanted, [domainTag]: domain.id };
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
