import 'server-only';
import { audited } from '@/lib/audit/audited';
import { createDomainName as create } from '@/lib/aws/api-gateway/create-domain-name';
import { updateDomainName as update } from '@/lib/aws/api-gateway/update-domain-name';
import { withMaxWait } from '@/lib/aws/call-scope';
import { aheadMs, awaitPlace } from '@/lib/domains/steps/await-place';
import { done, type TakeStep } from '@/lib/domains/steps/step';
import { updateDomain } from '@/lib/domains/steps/update-domain';
import { contactTags, tagsFor } from '@/lib/domains/tags';

/**
 * Creates the custom domain name, or switches one of ours from the certificate that was given up to the new one. One that
 * stands there with our tag counts as ours without any note in the row.
 */
export const createDomainName: TakeStep = async ({ ctx, domain, observed }) => {
  const { gatewayDomainName: name, certificateArn, tenantSlug } = domain.wanted;
  if (certificateArn === null) return done;
  const standing = observed.gatewayDomain.known ? observed.gatewayDomain.value : null;
  if (standing !== null) {
    const before = { name, certificateArn: standing.certificateArn };
    const event = { resourceId: name, tenantSlug, before, after: { name, certificateArn } };
    await audited(ctx, { action: 'domain.gateway-domain-changed', ...event }, () =>
      update(ctx.aws, { name, certificateArn }),
    );
    await updateDomain(ctx, domain.id, { replacesCertificateArn: null });
    return done;
  }
  const wait = await awaitPlace(ctx, domain);
  if (wait !== null) return wait;
  const tags = { ...tagsFor(domain), ...contactTags(domain.tenant) };
  const after = { name, certificateArn, endpointType: 'REGIONAL', securityPolicy: 'TLS_1_2', tags };
  await audited(
    ctx,
    { action: 'domain.gateway-domain-created', resourceId: name, tenantSlug, after },
    () => withMaxWait(aheadMs(ctx), () => create(ctx.aws, { name, certificateArn, tags })),
    { after: ({ targetName }) => ({ ...after, targetName }) },
  );
  await updateDomain(ctx, domain.id, { gatewayDomainOurs: true });
  return done;
};
