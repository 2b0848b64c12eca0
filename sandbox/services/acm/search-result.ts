import '../../pki/reflect-metadata';
import type {
  AcmCertificateMetadata,
  CertificateDetail,
  CertificateSearchResult,
  DistinguishedName,
} from '@aws-sdk/client-acm';
import { type Name, X509Certificate } from '@peculiar/x509';
import { asEnumerated } from './key-algorithm';

/** A certificate that is searched. */
export interface Found {
  detail: CertificateDetail;
  metadata: AcmCertificateMetadata;
  /** The leaf first; nothing before it is issued. */
  chainPem: string | undefined;
}

/** As SearchCertificates answers it. */
export function toResult({ detail, metadata, chainPem }: Found): CertificateSearchResult {
  const certificate = chainPem === undefined ? undefined : new X509Certificate(firstOf(chainPem));
  return {
    CertificateArn: detail.CertificateArn,
    X509Attributes: {
      ...(certificate ? { Issuer: distinguishedName(certificate.issuerName) } : {}),
      Subject: certificate ? distinguishedName(certificate.subjectName) : { CommonName: detail.DomainName },
      SubjectAlternativeNames: detail.SubjectAlternativeNames?.map((DnsName) => ({ DnsName })),
      ExtendedKeyUsages: detail.ExtendedKeyUsages?.flatMap(({ Name }) => Name ?? []),
      KeyAlgorithm: asEnumerated(detail.KeyAlgorithm),
      KeyUsages: detail.KeyUsages?.flatMap(({ Name }) => Name ?? []),
      SerialNumber: detail.Serial,
      NotAfter: detail.NotAfter,
      NotBefore: detail.NotBefore,
    },
    CertificateMetadata: { AcmCertificateMetadata: metadata },
  };
}

function firstOf(chainPem: string): string {
  const end = '-----END CERTIFICATE-----';
  return chainPem.slice(0, chainPem.indexOf(end) + end.length);
}

function distinguishedName(name: Name): DistinguishedName {
  const field = (short: string) => name.getField(short)[0];
  const components = name.getField('DC');
  return {
    CommonName: field('CN'),
    Organization: field('O'),
    OrganizationalUnit: field('OU'),
    Country: field('C'),
    State: field('ST'),
    Locality: field('L'),
    SerialNumber: field('2.5.4.5'),
    ...(components.length > 0 ? { DomainComponents: components } : {}),
  };
}
