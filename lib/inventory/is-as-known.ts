import type { CertificateSummary } from '@/lib/aws/acm/list-certificate-summaries';
import type { Certificate } from './model';

/**
 * Whether ACM's list gives no reason to describe a certificate anew. What still moves is described each time: the list tells neither the
 * progress of its validation nor that of a renewal.
 */
export function isAsKnown(listed: CertificateSummary, known: Certificate | undefined): boolean {
  if (known === undefined || listed.status === 'PENDING_VALIDATION' || isRenewing(known)) return false;
  return (
    listed.status === known.status &&
    listed.notAfter === known.notAfter &&
    listed.issuedAt === known.issuedAt &&
    listed.inUse === known.inUseBy.length > 0 &&
    listed.renewalEligible === known.renewalEligible
  );
}

function isRenewing({ renewalStatus }: Certificate): boolean {
  return renewalStatus !== null && renewalStatus !== 'SUCCESS';
}
