import { createPrivateKey, type KeyObject, X509Certificate } from 'node:crypto';
import type { ImportCertificateCommandInput } from '@aws-sdk/client-acm';
import { Failure, validationFailure, violation } from '../../protocol/failure';
import { keyAlgorithmOf } from './key-algorithm';

/** Bytes (API_ImportCertificate). */
const maxLengths = { certificate: 32_768, privateKey: 5120, certificateChain: 2_097_152 };

/** What is to be imported, found good. */
export interface ImportedPem {
  certificatePem: string;
  /** The leaf first. */
  chainPem: string;
  /** PKCS #8. */
  privateKeyPem: string;
}

const invalid = (message: string) => new Failure('ValidationException', message);

/**
 * Reads certificate, key and chain of an import, or refuses them in ACM's words. Its words are those of
 * https://repost.aws/knowledge-center/acm-import-troubleshooting where that has them.
 * @param now the sandbox's clock, ms since 1970
 */
export function readImport(input: ImportCertificateCommandInput, now: number): ImportedPem {
  refuseTooLong(input);
  const certificate = readOne(textOf(input.Certificate));
  const key = readKey(textOf(input.PrivateKey));
  if (!certificate.checkPrivateKey(key)) throw invalid('The certificate and the private key do not match.');
  refuseOutOfDate(certificate, 'certificate', now);
  const chain = input.CertificateChain?.length ? readChain(certificate, textOf(input.CertificateChain), now) : [];
  if (chain.length === 0 && !isSignedBy(certificate, certificate)) {
    throw invalid(
      'Provided certificate is not a valid self signed. Please provide either a valid self-signed certificate or certificate chain.',
    );
  }
  return {
    certificatePem: certificate.toString(),
    chainPem: [certificate, ...chain].map(String).join(''),
    privateKeyPem: key.export({ type: 'pkcs8', format: 'pem' }).toString(),
  };
}

function textOf(bytes: Uint8Array | undefined): string {
  return Buffer.from(bytes ?? []).toString('utf8');
}

/** A private key's bytes are never printed. */
function refuseTooLong({ Certificate, PrivateKey, CertificateChain }: ImportCertificateCommandInput): void {
  const given = { certificate: Certificate, privateKey: PrivateKey, certificateChain: CertificateChain };
  const violations = Object.entries(given).flatMap(([name, bytes]) => {
    if (bytes === undefined) return [];
    const max = maxLengths[name as keyof typeof given];
    const bound = bytes.length < 1 ? 'greater than or equal to 1' : `less than or equal to ${max}`;
    if (bytes.length >= 1 && bytes.length <= max) return [];
    const constraint = `Member must have length ${bound}`;
    if (name === 'privateKey') return [`Value at 'privateKey' failed to satisfy constraint: ${constraint}`];
    return [violation(`java.nio.HeapByteBuffer[pos=0 lim=${bytes.length} cap=${bytes.length}]`, name, constraint)];
  });
  if (violations.length > 0) throw validationFailure(violations);
}

function certificatesIn(pem: string): X509Certificate[] {
  const blocks = pem.match(/-----BEGIN CERTIFICATE-----[^-]*-----END CERTIFICATE-----/g);
  if (!blocks) throw invalid('The certificate body/chain provided is not in a valid PEM format');
  return blocks.map((block) => {
    try {
      return new X509Certificate(block);
    } catch {
      throw invalid('Unable to parse certificate. Please ensure the certificate is in PEM format.');
    }
  });
}

function readOne(pem: string): X509Certificate {
  const [certificate, second] = certificatesIn(pem);
  if (!certificate || second) {
    throw invalid(
      'The certificate field contains more than one certificate. You can specify only one certificate in this field.',
    );
  }
  return certificate;
}

function readKey(pem: string): KeyObject {
  if (/-----BEGIN (?!.*PRIVATE KEY)/.test(pem) && !pem.includes('PRIVATE KEY-----'))
    throw invalid('Passed PEM was not a private key.');
  let key: KeyObject;
  try {
    // Without a passphrase, so that an encrypted one fails.
    key = createPrivateKey(pem);
  } catch {
    throw invalid('The private key is not supported.');
  }
  if (keyAlgorithmOf(key)) return key;
  if (key.asymmetricKeyType !== 'rsa') throw invalid('The private key is not supported.');
  throw invalid(
    `The private key length ${key.asymmetricKeyDetails?.modulusLength} is not supported for key algorithm.`,
  );
}

function refuseOutOfDate(certificate: X509Certificate, what: string, now: number): void {
  if (Date.parse(certificate.validTo) < now) throw invalid(`The ${what} has expired, is not valid.`);
  if (Date.parse(certificate.validFrom) > now) throw invalid(`The ${what} is not in effect yet, is not valid.`);
}

/** The chain's certificates, each of which must have signed the one before it. */
function readChain(certificate: X509Certificate, pem: string, now: number): X509Certificate[] {
  const chain = certificatesIn(pem);
  for (const [index, link] of chain.entries()) {
    const isLeaf = link.fingerprint256 === certificate.fingerprint256 && !isSignedBy(certificate, certificate);
    if (isLeaf || (index > 0 && !isSignedBy(chain[index - 1], link))) {
      throw invalid(
        'Unable to validate certificate chain. The certificate chain must start with the immediate signing certificate, ' +
          `followed by any intermediaries in order. The index within the chain of the invalid certificate is: ${index}`,
      );
    }
    if (index === 0 && !isSignedBy(certificate, link))
      throw invalid('Could not validate the certificate with the certificate chain.');
    refuseOutOfDate(link, 'certificate chain', now);
  }
  const [signer] = chain;
  if (signer && signer.publicKey.asymmetricKeyType !== certificate.publicKey.asymmetricKeyType) {
    throw invalid('The cryptographic algorithm of the certificate must match the algorithm of the signing CA.');
  }
  return chain;
}

function isSignedBy(certificate: X509Certificate | undefined, signer: X509Certificate): boolean {
  return certificate?.checkIssued(signer) === true && certificate.verify(signer.publicKey);
}
