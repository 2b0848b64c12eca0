import type { Certificate } from '@/lib/inventory/model';

/** ACM's failure reasons in words. Source: ACM's DescribeCertificate page. */
const failureWords: Record<string, string> = {
  NO_AVAILABLE_CONTACTS: 'there was nobody to send the validation e-mail to',
  ADDITIONAL_VERIFICATION_REQUIRED: 'AWS wants additional verification for this name; ask AWS Support',
  DOMAIN_NOT_ALLOWED: 'the name is on a list of unsafe sites (Safe Browsing, VirusTotal)',
  INVALID_PUBLIC_DOMAIN: 'a name is not below a public suffix',
  DOMAIN_VALIDATION_DENIED: 'the owner of the name refused it',
  CAA_ERROR: 'a CAA record of the domain forbids Amazon to issue; add amazon.com to it',
};

/** A certificate's status as one sentence, with ACM's reason where there is one. Pure. */
export function certificateStatusSentence(
  certificate: Pick<Certificate, 'status' | 'failureReason' | 'validations' | 'notAfter'>,
): string {
  switch (certificate.status) {
    case 'ISSUED':
      return 'Issued.';
    case 'PENDING_VALIDATION': {
      const open = certificate.validations
        .filter((validation) => validation.status !== 'SUCCESS')
        .map((one) => one.domainName);
      return open.length === 0
        ? 'Not issued yet: ACM is still checking it.'
        : `Not issued yet: ACM waits for the validation record of ${open.join(', ')}.`;
    }
    case 'VALIDATION_TIMED_OUT':
      return 'Not issued: its validation record was not found within 72 hours. It has to be requested again.';
    case 'FAILED': {
      const reason = certificate.failureReason;
      if (reason === null) return 'Not issued: ACM refused it without a reason.';
      return `Not issued: ${failureWords[reason] ?? 'ACM refused it'} (${reason}).`;
    }
    case 'EXPIRED':
      return certificate.notAfter === null ? 'Expired.' : `Expired on ${certificate.notAfter.slice(0, 10)}.`;
    case 'REVOKED':
      return 'Revoked: browsers refuse it.';
    case 'INACTIVE':
      return 'Inactive: ACM does not offer it to the gateway.';
    default:
      return certificate.status satisfies never;
  }
}
