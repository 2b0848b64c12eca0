import './reflect-metadata';
import * as x509 from '@peculiar/x509';
import { type Authority, positiveSerial } from './authority';
import { authoritySigning, generateKeyPair, type KeyAlgorithm, privateKeyToPem } from './key-pair';

export interface IssuedCertificate {
  /** The leaf first, then the authority. */
  chainPem: string;
  /** PKCS #8. */
  privateKeyPem: string;
  /** As ACM writes it: pairs of lower-case hexadecimal digits, separated by colons. */
  serial: string;
  notBefore: Date;
  notAfter: Date;
}

/**
 * Issues a server certificate for `names` (the first becomes the common name); wildcards are allowed.
 * X.509 counts whole seconds, so the dates of the answer are cut to them.
 */
export async function issueCertificate(
  authority: Authority,
  names: readonly string[],
  validity: { notBefore: Date; notAfter: Date; keyAlgorithm?: KeyAlgorithm },
): Promise<IssuedCertificate> {
  const [commonName] = names;
  if (!commonName) throw new Error('A certificate needs at least one name');
  const algorithm = validity.keyAlgorithm ?? 'EC_prime256v1';
  const keys = await generateKeyPair(algorithm);
  const usage = x509.KeyUsageFlags.digitalSignature;
  const serialNumber = positiveSerial();
  const notBefore = wholeSeconds(validity.notBefore);
  const notAfter = wholeSeconds(validity.notAfter);
  const certificate = await x509.X509CertificateGenerator.create({
    serialNumber,
    subject: [{ CN: [commonName] }],
    issuer: authority.certificate.subjectName,
    notBefore,
    notAfter,
    signingAlgorithm: authoritySigning,
    publicKey: keys.publicKey,
    signingKey: authority.keys.privateKey,
    extensions: [
      new x509.BasicConstraintsExtension(false, undefined, true),
      new x509.KeyUsagesExtension(algorithm === 'RSA_2048' ? usage | x509.KeyUsageFlags.keyEncipherment : usage, true),
      new x509.ExtendedKeyUsageExtension([x509.ExtendedKeyUsage.serverAuth]),
      new x509.SubjectAlternativeNameExtension(names.map((name) => ({ type: 'dns' as const, value: name }))),
      await x509.SubjectKeyIdentifierExtension.create(keys.publicKey),
      await x509.AuthorityKeyIdentifierExtension.create(authority.certificate),
    ],
  });
  return {
    chainPem: `${certificate.toString('pem')}\n${authority.caPem}`,
    privateKeyPem: privateKeyToPem(keys.privateKey),
    serial: (serialNumber.match(/../g) ?? []).join(':'),
    notBefore,
    notAfter,
  };
}

function wholeSeconds(date: Date): Date {
  return new Date(Math.floor(date.getTime() / 1000) * 1000);
}
