import type { Context } from '../../context';
import type { StoredCertificate } from '../../model';
import type { Authority } from '../../pki/authority';
import { type IssuedCertificate, issueCertificate } from '../../pki/issue-certificate';
import { keyOf } from '../../scope';
import { findCertificate } from './find-certificate';

/** What ACM gives today (facts 2.2, 7). */
const validityMs = 198 * 24 * 3_600_000;

/** Signs a requested certificate with the sandbox's authority and makes it ISSUED; it may be gone meanwhile. */
export async function issue(context: Context, authority: Authority, arn: string): Promise<void> {
  const { detail } = findCertificate(context, arn);
  const names = [
    detail.DomainName,
    ...(detail.SubjectAlternativeNames ?? []).filter((name) => name !== detail.DomainName),
  ];
  const signed = await issueCertificate(authority, names, {
    // As AWS does: valid from the day's beginning, so that clocks a little behind are content too.
    notBefore: new Date(Math.floor(context.now / 86_400_000) * 86_400_000),
    notAfter: new Date(context.now + validityMs),
    keyAlgorithm:
      detail.KeyAlgorithm === 'EC_prime256v1' || detail.KeyAlgorithm === 'EC_secp384r1'
        ? detail.KeyAlgorithm
        : 'RSA_2048',
  });
  await context.state.write((tx) => {
    const key = keyOf.certificate(context.scope, arn);
    const current = context.state.get('certificates', key);
    if (current?.detail.Status === 'PENDING_VALIDATION')
      tx.put('certificates', key, issued(current, signed, context.now));
  });
}

function issued(stored: StoredCertificate, signed: IssuedCertificate, now: number): StoredCertificate {
  const { chainPem, privateKeyPem, serial, notBefore, notAfter } = signed;
  return {
    ...stored,
    chainPem,
    privateKeyPem,
    detail: {
      ...stored.detail,
      Status: 'ISSUED',
      DomainValidationOptions: stored.detail.DomainValidationOptions?.map((option) => ({
        ...option,
        ValidationStatus: 'SUCCESS',
      })),
      IssuedAt: new Date(now),
      NotBefore: notBefore,
      NotAfter: notAfter,
      Serial: serial,
      KeyUsages: [{ Name: 'DIGITAL_SIGNATURE' }, { Name: 'KEY_ENCIPHERMENT' }],
      ExtendedKeyUsages: [{ Name: 'TLS_WEB_SERVER_AUTHENTICATION', OID: '1.3.6.1.5.5.7.3.1' }],
    },
  };
}
