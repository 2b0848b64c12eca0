import '../pki/reflect-metadata';
import { webcrypto } from 'node:crypto';
import * as x509 from '@peculiar/x509';
import { privateKeyToPem } from '../pki/key-pair';

x509.cryptoProvider.set(webcrypto as unknown as Crypto);

type Key = 'RSA_1024' | 'RSA_2048' | 'RSA_1536' | 'EC_prime256v1' | 'EC_secp384r1' | 'EC_secp521r1';

export interface TestCertificate {
  pem: string;
  /** PKCS #8. */
  keyPem: string;
  certificate: x509.X509Certificate;
  keys: CryptoKeyPair;
}

interface Wish {
  names: string[];
  key?: Key;
  /** Who signs it; without one it signs itself. */
  signer?: TestCertificate;
  isAuthority?: boolean;
  subject?: string;
  notBefore?: Date;
  notAfter?: Date;
  /** OIDs of extended key usage; with them come the key usages of a TLS server. */
  purposes?: string[];
}

/** A certificate such as somebody brings along, from another authority or signed by itself. */
export async function makeTestCertificate(wish: Wish): Promise<TestCertificate> {
  const { names, key = 'RSA_2048', signer, notBefore = new Date(Date.now() - 86_400_000) } = wish;
  const algorithm = algorithmOf(key);
  const keys = (await webcrypto.subtle.generateKey(algorithm, true, ['sign', 'verify'])) as CryptoKeyPair;
  const subject = wish.subject ?? `CN=${names[0]}`;
  const certificate = await x509.X509CertificateGenerator.create({
    serialNumber: '0a0b0c0d',
    subject,
    issuer: signer?.certificate.subjectName ?? subject,
    notBefore,
    notAfter: wish.notAfter ?? new Date(notBefore.getTime() + 90 * 86_400_000),
    signingAlgorithm: signer ? { ...signer.keys.privateKey.algorithm, hash: 'SHA-256' } : algorithm,
    publicKey: keys.publicKey,
    signingKey: (signer?.keys ?? keys).privateKey,
    extensions: [
      new x509.BasicConstraintsExtension(wish.isAuthority === true, undefined, true),
      ...(wish.isAuthority ? [] : [new x509.SubjectAlternativeNameExtension(dnsNames(names))]),
      ...(wish.purposes ? usages(wish.purposes) : []),
    ],
  });
  return { pem: certificate.toString('pem'), keyPem: privateKeyToPem(keys.privateKey), certificate, keys };
}

function usages(purposes: string[]): x509.Extension[] {
  const { digitalSignature, keyEncipherment } = x509.KeyUsageFlags;
  return [
    new x509.KeyUsagesExtension(digitalSignature | keyEncipherment, true),
    new x509.ExtendedKeyUsageExtension(purposes),
  ];
}

function dnsNames(names: string[]): x509.JsonGeneralName[] {
  return names.map((value) => ({ type: 'dns', value }));
}

function algorithmOf(key: Key): RsaHashedKeyGenParams & EcKeyGenParams & EcdsaParams {
  const [kind, detail = ''] = key.split('_');
  const curves: Record<string, string> = { prime256v1: 'P-256', secp384r1: 'P-384', secp521r1: 'P-521' };
  return {
    name: kind === 'RSA' ? 'RSASSA-PKCS1-v1_5' : 'ECDSA',
    hash: 'SHA-256',
    namedCurve: curves[detail] ?? '',
    modulusLength: Number(detail),
    publicExponent: new Uint8Array([1, 0, 1]),
  };
}
