import 'server-only';
import type { Aws } from '../clients';

/** What the tries are aimed at. */
export interface ProbeTarget {
  region: string;
  account: string;
  restApiId: string;
  /** A zone in use. */
  zone: { id: string; name: string };
}

/**
 * How to try one operation without changing anything.
 *
 * - `looks`: a read, as small as it goes, or a change aimed at what can't exist. AWS looks for it only after IAM has allowed
 *   that, so every answer but a refusal shows the permission.
 * - `asks`: a change with an input that AWS can only refuse. A refusal by IAM shows that the permission is missing; any other refusal shows
 *   nothing, because AWS may look at the input first.
 * - `untried`: nothing harmless is known.
 */
export type Probe =
  | { kind: 'looks' | 'asks'; send(aws: Aws, at: ProbeTarget): Promise<unknown> }
  | { kind: 'untried'; why: string };

/** Ids of AWS's own making are lower-case letters and digits, so there is nothing of this id. */
export const absent = 'gatehouse-preflight';
/** Nobody can have a name under .invalid (RFC 6761), so no certificate for it either, and no custom domain name. */
export const absentHost = 'gatehouse-preflight.invalid';
