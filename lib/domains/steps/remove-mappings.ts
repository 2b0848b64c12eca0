import 'server-only';
import { audited } from '@/lib/audit/audited';
import { deleteBasePathMapping } from '@/lib/aws/api-gateway/delete-base-path-mapping';
import { ownMappings } from '@/lib/domains/plan-removal';
import { done, type TakeStep } from '@/lib/domains/steps/step';

/** Deletes the mappings that this domain asked for. */
export const removeMappings: TakeStep = async ({ ctx, domain, observed }) => {
  for (const mapping of ownMappings(domain, observed)) {
    const resourceId = `${mapping.domainName}/${mapping.basePath}`;
    const { tenantSlug } = domain.wanted;
    await audited(ctx, { action: 'domain.mapping-removed', resourceId, tenantSlug, before: mapping }, () =>
      deleteBasePathMapping(ctx.aws, mapping),
    );
  }
  return done;
};
