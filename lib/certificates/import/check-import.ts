import type { X509Certificate } from 'node:crypto';
import { nameCovers } from '@/lib/certificates/certificate-candidates';
import type { Certificate } from '@/lib/inventory/model';
import { checkChain } from './check-chain';
import { algorithmOf, certificatesIn, namesOf, readPrivateKey, titleOf } from './read-pem';

/** What API Gateway's regional domain names take of what ACM can hold, and browsers of that. */
const takenKeys = ['RSA_2048', 'RSA_3072', 'RSA_4096', 'EC_prime256v1', 'EC_secp384r1'];

export interface ImportText {
  certificate: string;
  privateKey: string;
  chain: string;
}

interface Surroundings {
  roots: readonly X509Certificate[];
  trustAuthority: boolean;
  /** The imported certificate whose place it takes, and the hostnames that it is served for. */
  replaces: { certificate: Certificate; hostnames: readonly string[] } | null;
  now: Date;
}

/** What goes to ACM, without the key, and what is worth knowing of it. */
interface GoodImport {
  certificatePem: string;
  chainPem: string;
  names: string[];
  keyAlgorithm: string;
  notAfter: string;
  fingerprint256: string;
}

export type CheckedImport =
  | { ok: true; found: GoodImport }
  | { ok: false; fields: Partial<Record<'certificate' | 'privateKey' | 'chain' | 'trustAuthority', string>> };

/**
 * Everything that can be wrong with a certificate of one's own, before anything is sent: one sentence at each field. Deterministic; the key is looked at
 * and not kept.
 */
export function checkImport(text: ImportText, around: Surroundings): CheckedImport {
  for (const field of ['certificate', 'chain'] as const)
    if (/PRIVATE KEY-----/.test(text[field]))
      return at(field, 'There is a private key in it; it belongs into its own field only.');
  const [leaf, ...more] = certificatesIn(text.certificate);
  if (leaf === undefined)
    return at('certificate', 'This is no certificate in PEM format: it begins with -----BEGIN CERTIFICATE-----.');
  if (leaf === null) return at('certificate', 'The certificate can not be read; a part of it may be missing.');
  if (more.length > 0)
    return at('certificate', 'Only the certificate itself belongs here; put the others into the chain.');
  const fields: Extract<CheckedImport, { ok: false }>['fields'] = {};
  const certificateFault = faultOf(leaf, around);
  if (certificateFault !== null) fields.certificate = certificateFault;
  const keyFault = faultOfKey(leaf, text.privateKey);
  if (keyFault !== null) fields.privateKey = keyFault;
  const chain = checkChain(leaf, text.chain, around);
  if (!chain.ok) fields.chain = chain.sentence;
  if (!chain.ok && chain.untrusted) fields.trustAuthority = 'Only for clients that trust the authority by other means.';
  if (!chain.ok || Object.keys(fields).length > 0) return { ok: false, fields };
  return {
    ok: true,
    found: {
      certificatePem: leaf.toString(),
      chainPem: chain.pem,
      names: namesOf(leaf),
      keyAlgorithm: algorithmOf(leaf.publicKey) ?? '',
      notAfter: new Date(leaf.validTo).toISOString(),
      fingerprint256: leaf.fingerprint256,
    },
  };
}

function at(field: 'certificate' | 'chain', sentence: string): CheckedImport {
  return { ok: false, fields: { [field]: sentence } };
}

function faultOf(leaf: X509Certificate, { replaces, now }: Surroundings): string | null {
  if (leaf.ca) return `${titleOf(leaf)} is the certificate of an authority; it belongs into the chain.`;
  if (Date.parse(leaf.validTo) <= now.getTime()) return `It expired on ${day(leaf.validTo)}.`;
  if (Date.parse(leaf.validFrom) > now.getTime()) return `It is not valid before ${day(leaf.validFrom)}.`;
  const names = namesOf(leaf);
  if (names.length === 0)
    return 'It has no subject alternative name with a host name, and browsers look at nothing else.';
  const algorithm = algorithmOf(leaf.publicKey);
  if (algorithm === null || !takenKeys.includes(algorithm)) {
    const has = algorithm?.replace('_', ' ') ?? leaf.publicKey.asymmetricKeyType ?? 'unknown';
    return `Its key is ${has}; API Gateway takes RSA from 2048 to 4096 bits, and the curves P-256 and P-384.`;
  }
  const usage = leaf.keyUsage as string[] | undefined;
  const serverAuth = '1.3.6.1.5.5.7.3.1';
  if (usage !== undefined && usage.length > 0 && !usage.includes(serverAuth) && !usage.includes('2.5.29.37.0'))
    return 'Its extended key usage does not allow TLS servers.';
  return replaces === null ? null : faultAgainst(replaces, names, algorithm);
}

/** What a re-import can't change (ACM user guide, "Reimport a certificate"), and what the gateway serves it for. */
function faultAgainst(
  { certificate, hostnames }: NonNullable<Surroundings['replaces']>,
  names: string[],
  algorithm: string,
): string | null {
  if (certificate.type !== 'IMPORTED') return 'Only an imported certificate can be replaced by an import.';
  if (certificate.keyAlgorithm !== null && certificate.keyAlgorithm !== algorithm) {
    const read = (one: string) => one.replace('_', ' ');
    return `Its key is ${read(algorithm)}, that of the one it replaces ${read(certificate.keyAlgorithm)}; ACM wants them alike. Import it as a new one.`;
  }
  const lost = hostnames.filter((hostname) => !names.some((name) => nameCovers(name, hostname)));
  if (lost.length > 0)
    return `It does not cover ${lost.slice(0, 3).join(', ')}, which the one it replaces is served for.`;
  if (!certificate.names.some((name) => names.includes(name)))
    return 'It has none of the names of the one it replaces. Import it as a new one.';
  return null;
}

function faultOfKey(leaf: X509Certificate, pem: string): string | null {
  const read = readPrivateKey(pem);
  if (!read.ok) return read.sentence;
  return leaf.checkPrivateKey(read.key)
    ? null
    : `This key does not belong to the certificate of ${namesOf(leaf)[0] ?? titleOf(leaf)}.`;
}

const day = (text: string) => new Date(text).toISOString().slice(0, 10);
