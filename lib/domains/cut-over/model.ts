import type { Proof } from '@/lib/domains/model';

/** How long a handshake test speaks for the gateway. */
export const rehearsalFreshMs = 5 * 60_000;

export interface CutOverView {
  /** `preparing`: something is still to be made; `ready`: the test passed; `failed`: it did not. */
  state: 'preparing' | 'ready' | 'failed';
  /** The last handshake test; null before there was one. */
  rehearsal: Proof | null;
  /** What the public DNS answers for the hostname now: what one would go back to. */
  now: string[];
  /** What it is to answer afterwards: the records that are made for it, by us or by the tenant. */
  after: string[];
  /** What an operator has to do before, in words; null when nothing is in the way. */
  refusal: string | null;
}

/** What stood in our zone before a cut-over, to put it back. */
export interface TakeBackView {
  at: string;
  /** As an operator reads them; none where the name had no records of its own. */
  records: string[];
}

/** Whether the handshake test speaks for a cut-over: TLS valid for the hostname, and an answer of the gateway. Pure. */
export function passes({ tls, https }: Pick<Proof, 'tls' | 'https'>): boolean {
  return tls.ok && https.ok;
}
