import { createPrivateKey, type KeyObject, X509Certificate } from 'node:crypto';

/** Each certificate of a PEM text; null for one that can't be read. */
export function certificatesIn(pem: string): (X509Certificate | null)[] {
  const blocks = pem.match(/-----BEGIN CERTIFICATE-----[^-]*-----END CERTIFICATE-----/g) ?? [];
  return blocks.map((block) => {
    try {
      return new X509Certificate(block);
    } catch {
      return null;
    }
  });
}

/** A private key, or what is wrong with it as a sentence. Nothing of the key is in the sentence. */
export function readPrivateKey(pem: string): { ok: true; key: KeyObject } | { ok: false; sentence: string } {
  if (/-----BEGIN CERTIFICATE-----/.test(pem))
    return { ok: false, sentence: 'This is a certificate. The private key belongs here.' };
  if (/ENCRYPTED/.test(pem)) {
    const sentence = 'The key has a passphrase, which ACM does not take. Decrypt it first: openssl pkey -in key.pem.';
    return { ok: false, sentence };
  }
  if (!/-----BEGIN [A-Z ]*PRIVATE KEY-----/.test(pem))
    return { ok: false, sentence: 'This is no private key in PEM format: it begins with -----BEGIN PRIVATE KEY-----.' };
  try {
    return { ok: true, key: createPrivateKey(pem) };
  } catch {
    return { ok: false, sentence: 'This private key can not be read; a part of it may be missing.' };
  }
}

/** ACM's name of a key's algorithm and size; null where ACM knows none. */
export function algorithmOf({ asymmetricKeyType, asymmetricKeyDetails }: KeyObject): string | null {
  if (asymmetricKeyType === 'rsa') return `RSA_${asymmetricKeyDetails?.modulusLength}`;
  if (asymmetricKeyType === 'ec') return `EC_${asymmetricKeyDetails?.namedCurve}`;
  return null;
}

/** The host names of a certificate, as its subject alternative names have them, lower case. */
export function namesOf({ subjectAltName }: X509Certificate): string[] {
  const names = (subjectAltName ?? '').split(/,\s*/).filter((one) => one.startsWith('DNS:'));
  return [...new Set(names.map((one) => one.slice('DNS:'.length).toLowerCase()))].sort();
}

export function isSignedBy(certificate: X509Certificate, signer: X509Certificate): boolean {
  return certificate.checkIssued(signer) && certificate.verify(signer.publicKey);
}

/** How people call it: the common name, or else the whole subject in one line. */
export function titleOf({ subject }: X509Certificate): string {
  return nameIn(subject);
}

/** The same of who signed it. */
export function issuerOf({ issuer }: X509Certificate): string {
  return nameIn(issuer);
}

function nameIn(lines: string | undefined): string {
  const text = lines ?? '';
  return (/^CN=(.+)$/m.exec(text)?.[1] ?? text.replaceAll('\n', ', ')) || 'a certificate without a name';
}
