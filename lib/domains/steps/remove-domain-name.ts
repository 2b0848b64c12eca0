import 'server-only';
import { audited } from '@/lib/audit/audited';
import { deleteDomainName } from '@/lib/aws/api-gateway/delete-domain-name';
import { ownsGatewayDomain } from '@/lib/domains/ownership';
import { done, type TakeStep } from '@/lib/domains/steps/step';

/** Deletes the custom domain name, when it is the domain's own. */
export const removeDomainName: TakeStep = async ({ ctx, domain, observed }) => {
  const before = observed.gatewayDomain.known ? observed.gatewayDomain.value : null;
  if (before === null || !ownsGatewayDomain(domain, before)) return done;
  const { tenantSlug } = domain.wanted;
  await audited(ctx, { action: 'domain.gateway-domain-removed', resourceId: before.name, tenantSlug, before }, () =>
    deleteDomainName(ctx.aws, before.name),
  );
  return done;
};
