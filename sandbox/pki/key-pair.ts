import { createPublicKey, KeyObject, webcrypto } from 'node:crypto';

/** The key algorithms that ACM issues public certificates for. */
export type KeyAlgorithm = 'RSA_2048' | 'EC_prime256v1' | 'EC_secp384r1';

const generation: Record<KeyAlgorithm, RsaHashedKeyGenParams | EcKeyGenParams> = {
  RSA_2048: {
    name: 'RSASSA-PKCS1-v1_5',
    hash: 'SHA-256',
    modulusLength: 2048,
    publicExponent: new Uint8Array([1, 0, 1]),
  },
  EC_prime256v1: { name: 'ECDSA', namedCurve: 'P-256' },
  EC_secp384r1: { name: 'ECDSA', namedCurve: 'P-384' },
};

/** What the authority signs with: its own key is always P-256. */
export const authoritySigning = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' } as const;

export async function generateKeyPair(algorithm: KeyAlgorithm): Promise<CryptoKeyPair> {
  return (await webcrypto.subtle.generateKey(generation[algorithm], true, ['sign', 'verify'])) as CryptoKeyPair;
}

/** PKCS #8, PEM. */
export function privateKeyToPem(key: CryptoKey): string {
  return KeyObject.from(key as webcrypto.CryptoKey)
    .export({ type: 'pkcs8', format: 'pem' })
    .toString();
}

/** Reads the authority's own key pair back from its private key. */
export async function authorityKeysFromPem(pem: string): Promise<CryptoKeyPair> {
  const { subtle } = webcrypto;
  const body = (text: string) => Buffer.from(text.replace(/-----[A-Z ]+-----|\s/g, ''), 'base64');
  const publicPem = createPublicKey(pem).export({ type: 'spki', format: 'pem' }).toString();
  return {
    privateKey: await subtle.importKey('pkcs8', body(pem), authoritySigning, true, ['sign']),
    publicKey: await subtle.importKey('spki', body(publicPem), authoritySigning, true, ['verify']),
  } as CryptoKeyPair;
}
