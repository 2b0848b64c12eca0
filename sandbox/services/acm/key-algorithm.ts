import type { KeyObject } from 'node:crypto';
import type { KeyAlgorithm } from '@aws-sdk/client-acm';

const rsa: Record<number, KeyAlgorithm> = { 1024: 'RSA_1024', 2048: 'RSA_2048', 3072: 'RSA_3072', 4096: 'RSA_4096' };
const curves: Record<string, KeyAlgorithm> = {
  prime256v1: 'EC_prime256v1',
  secp384r1: 'EC_secp384r1',
  secp521r1: 'EC_secp521r1',
};

/** ACM's name of a key's algorithm and size; nothing where ACM takes no such key. */
export function keyAlgorithmOf({ asymmetricKeyType, asymmetricKeyDetails }: KeyObject): KeyAlgorithm | undefined {
  if (asymmetricKeyType === 'rsa') return rsa[asymmetricKeyDetails?.modulusLength ?? 0];
  return asymmetricKeyType === 'ec' ? curves[asymmetricKeyDetails?.namedCurve ?? ''] : undefined;
}

/** AWS answers the hyphen in names of RSA keys, though its enumeration has an underscore (facts 2.1). */
export function asAnswered(algorithm: KeyAlgorithm): KeyAlgorithm {
  return algorithm.replace(/^RSA_/, 'RSA-') as KeyAlgorithm;
}

/** What the enumeration has, for what was answered. */
export function asEnumerated(algorithm: KeyAlgorithm | undefined): KeyAlgorithm | undefined {
  return algorithm?.replace('-', '_') as KeyAlgorithm | undefined;
}
