import '../../pki/reflect-metadata';
import { X509Certificate } from 'node:crypto';
import type { CertificateDetail, ExtendedKeyUsage, KeyAlgorithm, KeyUsageName } from '@aws-sdk/client-acm';
import * as x509 from '@peculiar/x509';
import { Failure } from '../../protocol/failure';
import { keyAlgorithmOf } from './key-algorithm';

type Facts = Pick<
  CertificateDetail,
  | 'DomainName'
  | 'SubjectAlternativeNames'
  | 'Serial'
  | 'Subject'
  | 'Issuer'
  | 'NotBefore'
  | 'NotAfter'
  | 'SignatureAlgorithm'
  | 'KeyUsages'
  | 'ExtendedKeyUsages'
> & { KeyAlgorithm: KeyAlgorithm | undefined };

/** In the order of the bits (RFC 5280 4.2.1.3). */
const keyUsages: KeyUsageName[] = [
  'DIGITAL_SIGNATURE',
  'NON_REPUDIATION',
  'KEY_ENCIPHERMENT',
  'DATA_ENCIPHERMENT',
  'KEY_AGREEMENT',
  'CERTIFICATE_SIGNING',
  'CRL_SIGNING',
  'ENCIPHER_ONLY',
  'DECIPHER_ONLY',
];

const extendedKeyUsages: Record<string, ExtendedKeyUsage['Name']> = {
  '2.5.29.37.0': 'ANY',
  '1.3.6.1.5.5.7.3.1': 'TLS_WEB_SERVER_AUTHENTICATION',
  '1.3.6.1.5.5.7.3.2': 'TLS_WEB_CLIENT_AUTHENTICATION',
  '1.3.6.1.5.5.7.3.3': 'CODE_SIGNING',
  '1.3.6.1.5.5.7.3.4': 'EMAIL_PROTECTION',
  '1.3.6.1.5.5.7.3.5': 'IPSEC_END_SYSTEM',
  '1.3.6.1.5.5.7.3.6': 'IPSEC_TUNNEL',
  '1.3.6.1.5.5.7.3.7': 'IPSEC_USER',
  '1.3.6.1.5.5.7.3.8': 'TIME_STAMPING',
  '1.3.6.1.5.5.7.3.9': 'OCSP_SIGNING',
};

/** What DescribeCertificate tells about the content of a certificate. @param pem one certificate @throws when it is none */
export function certificateFacts(pem: string): Facts {
  const certificate = new x509.X509Certificate(pem);
  const [commonName] = certificate.subjectName.getField('CN');
  const names = certificate.getExtension(x509.SubjectAlternativeNameExtension)?.names.items ?? [];
  const dnsNames = names.flatMap(({ type, value }) => (type === 'dns' ? [value.toLowerCase()] : []));
  const domainName = commonName?.toLowerCase() ?? dnsNames[0];
  const { usages = 0 } = certificate.getExtension(x509.KeyUsagesExtension) ?? {};
  const { usages: purposes = [] } = certificate.getExtension(x509.ExtendedKeyUsageExtension) ?? {};
  return {
    ...(domainName === undefined ? {} : { DomainName: domainName }),
    SubjectAlternativeNames: dnsNames.length > 0 || domainName === undefined ? dnsNames : [domainName],
    Serial: (certificate.serialNumber.match(/../g) ?? []).join(':'),
    Subject: certificate.subject,
    Issuer: certificate.issuerName.getField('O')[0] ?? certificate.issuerName.getField('CN')[0] ?? certificate.issuer,
    NotBefore: certificate.notBefore,
    NotAfter: certificate.notAfter,
    KeyAlgorithm: keyAlgorithmOf(new X509Certificate(pem).publicKey),
    SignatureAlgorithm: signatureAlgorithm(certificate),
    KeyUsages: keyUsages.flatMap((Name, bit) => (usages & (1 << bit) ? [{ Name }] : [])),
    ExtendedKeyUsages: purposes.map(String).map((OID) => ({ Name: extendedKeyUsages[OID] ?? 'CUSTOM', OID })),
  };
}

/** `SHA256WITHRSA`, `SHA384WITHECDSA` */
function signatureAlgorithm({ signatureAlgorithm: algorithm }: x509.X509Certificate): string {
  // The library knows SHA-1 and SHA-2 from 256 on; its types leave out what it answers for others.
  const { name, hash } = algorithm as { name: string; hash?: { name: string } };
  if (!hash) throw new Failure('ValidationException', 'The signature algorithm of the certificate is not supported.');
  return `${hash.name.replace('-', '')}WITH${name.startsWith('RSA') ? 'RSA' : name.toUpperCase()}`;
}
