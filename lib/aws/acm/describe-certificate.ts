import 'server-only';
import { type CertificateDetail, DescribeCertificateCommand } from '@aws-sdk/client-acm';
import type { Certificate, CertificateValidation } from '@/lib/inventory/model';
import type { Aws } from '../clients';
import { dnsName, isoTime, required } from '../reshape';
import { unlessAbsent } from '../unless-absent';
import { listTagsForCertificate } from './list-tags-for-certificate';

/** A certificate with its tags; null when there is none of that ARN. */
export function describeCertificate(aws: Aws, arn: string): Promise<Certificate | null> {
  return unlessAbsent(null, async () => {
    const answer = await aws.acm.send(new DescribeCertificateCommand({ CertificateArn: arn }));
    const tags = await listTagsForCertificate(aws, arn);
    return reshapeCertificate(required(answer.Certificate, 'Certificate'), tags);
  });
}

function reshapeCertificate(detail: CertificateDetail, tags: Record<string, string>): Certificate {
  const domainName = dnsName(required(detail.DomainName, 'DomainName'));
  return {
    arn: required(detail.CertificateArn, 'CertificateArn'),
    domainName,
    names: [...new Set([domainName, ...(detail.SubjectAlternativeNames ?? []).map(dnsName)])].sort(),
    status: required(detail.Status, 'Status'),
    failureReason: detail.FailureReason ?? null,
    type: detail.Type ?? 'AMAZON_ISSUED',
    keyAlgorithm: detail.KeyAlgorithm?.replaceAll('-', '_') ?? null, // AWS answers RSA-2048 for RSA_2048
    inUseBy: detail.InUseBy ?? [],
    renewalEligible: detail.RenewalEligibility === 'ELIGIBLE',
    renewalStatus: detail.RenewalSummary?.RenewalStatus ?? null,
    renewalFailure: detail.RenewalSummary?.RenewalStatusReason ?? null,
    createdAt: isoTime(detail.CreatedAt ?? detail.ImportedAt),
    issuedAt: isoTime(detail.IssuedAt),
    notBefore: isoTime(detail.NotBefore),
    notAfter: isoTime(detail.NotAfter),
    validations: validationsOf(detail),
    tags,
  };
}

/** While a renewal waits for its record, the renewal's own list tells; otherwise that of the request does. */
function validationsOf(detail: CertificateDetail): CertificateValidation[] {
  const renewing = detail.RenewalSummary?.RenewalStatus === 'PENDING_VALIDATION';
  const options =
    (renewing ? detail.RenewalSummary?.DomainValidationOptions : undefined) ?? detail.DomainValidationOptions;
  return (options ?? []).map((option) => ({
    domainName: dnsName(required(option.DomainName, 'DomainName')),
    status: option.ValidationStatus ?? 'PENDING_VALIDATION',
    method: option.ValidationMethod ?? 'DNS',
    record: option.ResourceRecord
      ? {
          name: dnsName(required(option.ResourceRecord.Name, 'Name')),
          type: 'CNAME',
          value: dnsName(required(option.ResourceRecord.Value, 'Value')),
        }
      : null,
  }));
}
