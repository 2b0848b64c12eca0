import type { Actor } from '@/lib/domains/model';
import type { CertificateFailure } from '@/lib/inventory/model';

export interface FailureWords {
  /** Clause that follows "Not issued:" or "ACM could not renew it:". */
  why: string;
  /** What to do about it, a whole sentence or two. */
  fix: string;
  /** Who has to do it. */
  actor: Actor;
}

const authority = 'a private certificate authority';

/**
 * Each of ACM's reasons for refusing a certificate in words, with whose turn it is. Sources: ACM's pages DescribeCertificate and
 * "Troubleshoot certificate requests".
 */
const failureWords: Record<CertificateFailure, FailureWords> = {
  NO_AVAILABLE_CONTACTS: {
    why: 'there was nobody to send the validation e-mail to',
    fix: 'Request it again here: validation by DNS needs no e-mail.',
    actor: 'us',
  },
  ADDITIONAL_VERIFICATION_REQUIRED: {
    why: 'AWS wants additional verification for one of its names',
    fix: 'Open a case with AWS Support that names it, and request a new certificate once AWS agrees.',
    actor: 'us',
  },
  DOMAIN_NOT_ALLOWED: {
    why: 'a name is on a list of unsafe sites (Google Safe Browsing, VirusTotal)',
    fix: 'The owner of the name cleans the site and has it taken off the list; then request a new certificate.',
    actor: 'tenant',
  },
  INVALID_PUBLIC_DOMAIN: {
    why: 'a name is not below a public suffix, so nobody can own it',
    fix: 'Correct the name, and request a new certificate.',
    actor: 'us',
  },
  DOMAIN_VALIDATION_DENIED: {
    why: 'the owner of the name refused it',
    fix: 'Ask the owner why, and request a new certificate once they agree.',
    actor: 'tenant',
  },
  CAA_ERROR: {
    why: 'a CAA record of the domain forbids Amazon to issue',
    fix: 'Whoever runs the DNS of the domain adds a CAA record that allows amazon.com; then request a new certificate.',
    actor: 'tenant',
  },
  PCA_LIMIT_EXCEEDED: {
    why: `${authority} has issued as many certificates as its quota allows`,
    fix: 'Ask AWS for a higher quota of AWS Private CA, or request a public certificate instead.',
    actor: 'us',
  },
  PCA_INVALID_ARN: {
    why: `the ARN of ${authority} is not valid`,
    fix: 'Request it again with an authority that exists, or request a public certificate instead.',
    actor: 'us',
  },
  PCA_INVALID_STATE: {
    why: `${authority} is not active`,
    fix: 'Activate it in AWS Private CA, then request a new certificate.',
    actor: 'us',
  },
  PCA_REQUEST_FAILED: {
    why: `${authority} could not be asked`,
    fix: 'Request it again; if that fails too, look at the authority in AWS Private CA.',
    actor: 'aws',
  },
  PCA_NAME_CONSTRAINTS_VALIDATION: {
    why: `the name constraints of ${authority} forbid a name`,
    fix: 'Use an authority that may issue for this name, or request a public certificate instead.',
    actor: 'us',
  },
  PCA_RESOURCE_NOT_FOUND: {
    why: `${authority} does not exist any more`,
    fix: 'Use another authority, or request a public certificate instead.',
    actor: 'us',
  },
  PCA_INVALID_ARGS: {
    why: `${authority} did not take the request`,
    fix: 'Check its configuration in AWS Private CA, or request a public certificate instead.',
    actor: 'us',
  },
  PCA_INVALID_DURATION: {
    why: `${authority} ends before the certificate would`,
    fix: 'Renew the authority, or request a public certificate instead.',
    actor: 'us',
  },
  PCA_ACCESS_DENIED: {
    why: `ACM may not use ${authority}`,
    fix: 'Give ACM the permission in AWS Private CA, or share the authority with this account.',
    actor: 'us',
  },
  SLR_NOT_FOUND: {
    why: "the role AWSServiceRoleForCertificateManager, which ACM needs for a private authority's certificates, is missing",
    fix: 'Create the service-linked role of ACM in IAM, and request a new certificate.',
    actor: 'us',
  },
  OTHER: {
    why: 'ACM gives no closer reason',
    fix: 'Request a new certificate; if that fails too, open a case with AWS Support.',
    actor: 'us',
  },
};

/** The words of a reason; those of `OTHER` for one that ACM has had only since. Pure. */
export function wordsOfFailure(reason: string): FailureWords {
  return Object.hasOwn(failureWords, reason) ? failureWords[reason as CertificateFailure] : failureWords.OTHER;
}
