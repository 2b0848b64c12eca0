import type { X509Certificate } from 'node:crypto';
import { certificatesIn, isSignedBy, issuerOf, titleOf } from './read-pem';

export type CheckedChain =
  | { ok: true; pem: string; certificates: X509Certificate[] }
  | { ok: false; sentence: string /** Only that browsers don't know the authority. */; untrusted?: boolean };

interface Rules {
  /** The roots that clients trust. */
  roots: readonly X509Certificate[];
  /** The operator says that clients trust its authority anyway. */
  trustAuthority: boolean;
  now: Date;
}

/**
 * Whether the chain leads from the certificate, one signer after the other, to a root that clients know. What is there already but in another
 * order is said so, since that is the usual mistake.
 */
export function checkChain(leaf: X509Certificate, text: string, rules: Rules): CheckedChain {
  const read = certificatesIn(text);
  if (read.length === 0 && text !== '')
    return no('This is no certificate in PEM format: each begins with -----BEGIN CERTIFICATE-----.');
  const unreadable = read.indexOf(null);
  if (unreadable >= 0) return no(`Certificate ${unreadable + 1} of the chain can not be read.`);
  const chain = read.filter((one) => one !== null);
  const selfSigned = isSignedBy(leaf, leaf);
  if (chain.length === 0 && !selfSigned)
    return no(`The chain is missing: ${issuerOf(leaf)} has signed the certificate, so its certificate belongs here.`);
  return orderFault(leaf, chain) ?? partFault(leaf, chain, rules) ?? endFault(leaf, chain, rules) ?? good(chain);
}

const no = (sentence: string, untrusted = false): CheckedChain => ({ ok: false, sentence, untrusted });

function good(certificates: X509Certificate[]): CheckedChain {
  return { ok: true, pem: certificates.map(String).join(''), certificates };
}

function orderFault(leaf: X509Certificate, chain: X509Certificate[]): CheckedChain | null {
  if (chain.some((link) => link.fingerprint256 === leaf.fingerprint256) && chain.length > 0 && !isSignedBy(leaf, leaf))
    return no('Leave the certificate itself out of the chain; the chain begins with who signed it.');
  let signed = leaf;
  for (const [index, link] of chain.entries()) {
    if (!isSignedBy(signed, link)) return no(misplaced(leaf, chain, signed, index));
    signed = link;
  }
  return null;
}

function misplaced(leaf: X509Certificate, chain: X509Certificate[], signed: X509Certificate, index: number): string {
  const right = inOrder(leaf, chain);
  if (right.length === chain.length)
    return `The chain is in the wrong order. The right one: ${right.map(titleOf).join(', then ')}.`;
  const link = chain[index];
  const found = link === undefined ? 'nothing' : titleOf(link);
  return `The chain is broken at its certificate ${index + 1}: ${issuerOf(signed)} has signed ${titleOf(signed)}, and here stands ${found}.`;
}

/** As far as they lead from one to the next. */
function inOrder(leaf: X509Certificate, chain: X509Certificate[]): X509Certificate[] {
  const order: X509Certificate[] = [];
  let signed = leaf;
  for (;;) {
    const next = chain.find((link) => !order.includes(link) && isSignedBy(signed, link));
    if (next === undefined) return order;
    order.push(next);
    signed = next;
  }
}

function partFault(leaf: X509Certificate, chain: X509Certificate[], { now }: Rules): CheckedChain | null {
  for (const link of chain) {
    if (!link.ca) return no(`${titleOf(link)} may not sign certificates: it is no authority.`);
    if (Date.parse(link.validTo) <= now.getTime())
      return no(`${titleOf(link)} of the chain expired on ${day(link.validTo)}.`);
    if (Date.parse(link.validFrom) > now.getTime())
      return no(`${titleOf(link)} of the chain is not valid before ${day(link.validFrom)}.`);
  }
  const [signer] = chain;
  if (signer && signer.publicKey.asymmetricKeyType !== leaf.publicKey.asymmetricKeyType) {
    const kind = (one: X509Certificate) => (one.publicKey.asymmetricKeyType ?? 'unknown').toUpperCase();
    return no(
      `ACM takes only certificates whose key is of the kind of their signer's: here ${kind(leaf)}, signed with ${kind(signer)}.`,
    );
  }
  return null;
}

/** ACM needs the signer of the certificate; further up a root is only ballast in every handshake. */
function endFault(leaf: X509Certificate, chain: X509Certificate[], rules: Rules): CheckedChain | null {
  const last = chain.at(-1) ?? leaf;
  const isRoot = isSignedBy(last, last);
  if (isRoot && chain.length > 1)
    return no(
      `Leave out the last certificate, ${titleOf(last)}: it is a root, which clients have already or never trust.`,
    );
  const trusted = rules.roots.some((root) =>
    isRoot ? root.fingerprint256 === last.fingerprint256 : isSignedBy(last, root),
  );
  if (trusted || rules.trustAuthority) return null;
  const signer = isRoot ? titleOf(last) : issuerOf(last);
  if (chain.length === 0)
    return no(
      'The certificate has signed itself, so browsers refuse it. Say below if your clients trust it anyway.',
      true,
    );
  return no(
    isRoot
      ? `The chain ends at ${signer}, a root that browsers don't know. Say below if your clients trust it anyway.`
      : `The chain ends before a root that browsers know: add the certificate of ${signer}, or say below that your clients trust it anyway.`,
    true,
  );
}

const day = (text: string) => new Date(text).toISOString().slice(0, 10);
