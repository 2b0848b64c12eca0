import 'server-only';
import { audited } from '@/lib/audit/audited';
import { removeTagsFromCertificate } from '@/lib/aws/acm/remove-tags-from-certificate';
import { domainNameArn } from '@/lib/aws/api-gateway/domain-name-arn';
import { untagResource } from '@/lib/aws/api-gateway/untag-resource';
import { tagsToRemove } from '@/lib/domains/plan-removal';
import { done, type TakeStep } from '@/lib/domains/steps/step';

/** Takes our tags off what stays on AWS, so that nothing says any more that it is the tenant's. */
export const removeTags: TakeStep = async ({ ctx, domain, observed }) => {
  const { tenantSlug } = domain.wanted;
  for (const { kind, id, tags } of tagsToRemove(domain, observed)) {
    const keys = Object.keys(tags);
    await audited(
      ctx,
      { action: 'domain.tagged', resourceId: id, tenantSlug, before: { tags }, after: { tags: {} } },
      () =>
        kind === 'certificate'
          ? removeTagsFromCertificate(ctx.aws, id, keys)
          : untagResource(ctx.aws, domainNameArn(ctx.aws.region, id), keys),
    );
  }
  return done;
};
