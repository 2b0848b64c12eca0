import type { AcmCertificateMetadata, CertificateDetail } from '@aws-sdk/client-acm';
import type { StoredCertificate } from '../../model';

/** What ACM knows of a certificate besides its content. @param detail as it looks from outside now */
export function metadataOf(
  detail: CertificateDetail,
  { exportedAt }: Pick<StoredCertificate, 'exportedAt'>,
): AcmCertificateMetadata {
  return {
    CreatedAt: detail.CreatedAt,
    Exported: exportedAt !== undefined,
    ImportedAt: detail.ImportedAt,
    InUse: Boolean(detail.InUseBy?.length),
    IssuedAt: detail.IssuedAt,
    RenewalEligibility: detail.RenewalEligibility,
    RevokedAt: detail.RevokedAt,
    Status: detail.Status,
    RenewalStatus: detail.RenewalSummary?.RenewalStatus,
    Type: detail.Type,
    ExportOption: detail.Options?.Export,
    ValidationMethod: detail.DomainValidationOptions?.[0]?.ValidationMethod,
    CertificateKeyPairOrigin: detail.CertificateKeyPairOrigin,
  };
}
