import 'server-only';
import { audited } from '@/lib/audit/audited';
import { deleteCertificate } from '@/lib/aws/acm/delete-certificate';
import { ownsCertificate } from '@/lib/domains/ownership';
import { done, type TakeStep } from '@/lib/domains/steps/step';

/** Deletes the certificate, when it is the domain's own. AWS may refuse for some minutes because it still counts as used. */
export const removeCertificate: TakeStep = async ({ ctx, domain, observed }) => {
  const before = observed.certificate.known ? observed.certificate.value : null;
  if (before === null || !ownsCertificate(domain, before)) return done;
  const { tenantSlug, hostname } = domain.wanted;
  await audited(ctx, { action: 'domain.certificate-removed', resourceId: hostname, tenantSlug, before }, () =>
    deleteCertificate(ctx.aws, before.arn),
  );
  return done;
};
