import type { Proof } from '@/lib/domains/model';

/** Live is proven only by all three: the name leads here, TLS is valid for it, the gateway answered over HTTPS. */
export function proofHolds(proof: Proof): boolean {
  return proof.resolved.ok && proof.tls.ok && proof.https.ok;
}
