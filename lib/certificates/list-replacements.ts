import { type CertificateCandidate, certificateCandidates } from '@/lib/certificates/certificate-candidates';
import type { Certificate } from '@/lib/inventory/model';

/** More than these say nothing new to who chooses. */
const shownAtMost = 20;

/**
 * The certificates that a domain could serve instead of its present one: all that cover its hostname, with the reason for or against
 * each. Pure.
 */
export function listReplacements(
  hostname: string,
  presentArn: string | null,
  certificates: readonly Certificate[],
  now: Date,
): CertificateCandidate[] {
  const others = certificates.filter(({ arn }) => arn !== presentArn);
  return certificateCandidates({ hostname, certificates: others, gatewayDomains: [], mappings: [], now })
    .filter(({ covers }) => covers)
    .slice(0, shownAtMost);
}
