import type { Certificate } from '@/lib/inventory/model';
import { wordsOfFailure } from './failure-words';

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
      const { why, fix } = wordsOfFailure(reason);
      return `Not issued: ${why} (${reason}). ${fix}`;
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
