import type { CertificateDetail } from '@aws-sdk/client-acm';
import type { Context } from '../../context';
import type { Authority } from '../../pki/authority';
import { issueCertificate } from '../../pki/issue-certificate';
import { keyOf } from '../../scope';
import { findCertificate } from './find-certificate';

/** What ACM gives today (facts 2.2, 7). */
const validityMs = 198 * 24 * 3_600_000;

/** Both PEM, and what of them DescribeCertificate shows. */
type Signed = Required<Pick<CertificateDetail, 'NotBefore' | 'NotAfter' | 'Serial'>> & {
  chainPem: string;
  privateKeyPem: string;
};

/** Signs a requested certificate with the sandbox's authority and makes it ISSUED; it may be gone meanwhile. */
export async function issue(context: Context, authority: Authority, arn: string): Promise<void> {
  const { chainPem, privateKeyPem, ...dates } = await sign(
    authority,
    findCertificate(context, arn).detail,
    context.now,
  );
  await context.state.write((tx) => {
    const key = keyOf.certificate(context.scope, arn);
    const current = context.state.get('certificates', key);
    if (current?.detail.Status !== 'PENDING_VALIDATION') return;
    const detail = {
      ...current.detail,
      ...dates,
      Status: 'ISSUED' as const,
      DomainValidationOptions: current.detail.DomainValidationOptions?.map((option) => ({
        ...option,
        ValidationStatus: 'SUCCESS' as const,
      })),
      IssuedAt: new Date(context.now),
      KeyUsages: [{ Name: 'DIGITAL_SIGNATURE' as const }, { Name: 'KEY_ENCIPHERMENT' as const }],
      ExtendedKeyUsages: [{ Name: 'TLS_WEB_SERVER_AUTHENTICATION' as const, OID: '1.3.6.1.5.5.7.3.1' }],
    };
    tx.put('certificates', key, { ...current, chainPem, privateKeyPem, detail });
  });
}

/** A new certificate with a new key for the names of `detail`, valid from `now`, ms since 1970. */
export async function sign(
  authority: Authority,
  { DomainName, SubjectAlternativeNames = [], KeyAlgorithm }: CertificateDetail,
  now: number,
): Promise<Signed> {
  const names = [DomainName ?? '', ...SubjectAlternativeNames.filter((name) => name !== DomainName)];
  const { chainPem, privateKeyPem, serial, notBefore, notAfter } = await issueCertificate(authority, names, {
    // As AWS does: valid from the day's beginning, so that clocks a little behind are content too.
    notBefore: new Date(Math.floor(now / 86_400_000) * 86_400_000),
    notAfter: new Date(now + validityMs),
    keyAlgorithm: KeyAlgorithm === 'EC_prime256v1' || KeyAlgorithm === 'EC_secp384r1' ? KeyAlgorithm : 'RSA_2048',
  });
  return { chainPem, privateKeyPem, Serial: serial, NotBefore: notBefore, NotAfter: notAfter };
}
