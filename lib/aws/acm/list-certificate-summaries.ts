import 'server-only';
import { KeyAlgorithm, ListCertificatesCommand } from '@aws-sdk/client-acm';
import type { Certificate } from '@/lib/inventory/model';
import type { Aws } from '../clients';
import { collectPages } from '../collect-pages';
import { dnsName, isoTime, required } from '../reshape';

/** What ACM's list tells of a certificate. */
export interface CertificateSummary
  extends Pick<Certificate, 'arn' | 'status' | 'issuedAt' | 'notAfter' | 'renewalEligible'> {
  inUse: boolean;
  /** The first hundred. */
  names: string[];
  moreNames: boolean;
}

/** All certificates of the account in the region, as the list has them: a call for a thousand. */
export function listCertificateSummaries(aws: Aws): Promise<CertificateSummary[]> {
  return collectPages(async (token: string | undefined) => {
    const page = await aws.acm.send(
      new ListCertificatesCommand({
        MaxItems: 1000,
        NextToken: token,
        Includes: { keyTypes: Object.values(KeyAlgorithm) }, // without it ACM leaves out all but RSA 2048
      }),
    );
    const items = (page.CertificateSummaryList ?? []).map((summary) => ({
      arn: required(summary.CertificateArn, 'CertificateArn'),
      status: required(summary.Status, 'Status'),
      issuedAt: isoTime(summary.IssuedAt),
      notAfter: isoTime(summary.NotAfter),
      renewalEligible: summary.RenewalEligibility === 'ELIGIBLE',
      inUse: summary.InUse ?? false,
      names: [summary.DomainName ?? '', ...(summary.SubjectAlternativeNameSummaries ?? [])].map(dnsName),
      moreNames:
        summary.SubjectAlternativeNameSummaries === undefined ||
        (summary.HasAdditionalSubjectAlternativeNames ?? false),
    }));
    return { items, next: page.NextToken };
  });
}
