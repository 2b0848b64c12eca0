import { tenantTag } from '@/lib/domains/ownership';
import { requestsInARow } from '@/lib/domains/re-request';
import type { Certificate } from '@/lib/inventory/model';
import { wordsOfFailure } from './failure-words';
import { isRequestedAgain, requestNumber } from './request-number';

/** A certificate's status as one sentence, with ACM's reason where there is one. Pure. */
export function certificateStatusSentence(
  certificate: Pick<Certificate, 'status' | 'failureReason' | 'validations' | 'notAfter' | 'tags'>,
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
      return timedOutSentence(certificate.tags);
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

function timedOutSentence(tags: Certificate['tags']): string {
  const gaveUp = 'Not issued: a validation record was not found within 72 hours.';
  if (isRequestedAgain({ status: 'VALIDATION_TIMED_OUT', tags }))
    return `${gaveUp} A new one is requested by itself${tags[tenantTag] ? ', unless its tenant has left' : ''}; the records stay the same.`;
  if ((requestNumber(tags) ?? 0) < requestsInARow) return `${gaveUp} It has to be requested again.`;
  const days = requestsInARow * 3;
  return `Not issued: ACM gave up ${requestsInARow} requests in a row, ${days} days in all, because a validation record was never found. Reach whoever runs the DNS, then request it again.`;
}
