import { z } from 'zod';
import type { StoredDelegation } from '../model';
import type { State } from '../state';
import { awsApexes } from './aws-zones';
import { registrableDomain } from './customer-zone';
import { isWithin, normaliseName } from './zone';

const hostName = z
  .string()
  .trim()
  .transform(normaliseName)
  .refine(
    (text) => /^(?=.{1,253}$)([a-z0-9_]([a-z0-9_-]{0,61}[a-z0-9_])?\.)+[a-z0-9-]{1,63}$/.test(text),
    'Not a name.',
  );

const zoneSchema = hostName
  .refine((zone) => registrableDomain(zone) !== null, 'A public suffix, which belongs to its registry.')
  .refine((zone) => !awsApexes().some((apex) => isWithin(zone, apex)), "AWS's own names stay where they are.");

const delegationSchema = z.strictObject({ zone: zoneSchema, nameServers: z.array(hostName).min(1).max(13) });

/** Makes the registry hand out these name servers for a zone, whatever the zone itself lists; throws zod's error. */
export function putDelegation(state: State, input: unknown): Promise<StoredDelegation> {
  const delegation = delegationSchema.parse(input);
  return state.write((tx) => {
    tx.put('delegations', delegation.zone, delegation);
    return delegation;
  });
}

/** Back to the name servers that the zone lists itself; `false` when it was so. */
export function removeDelegation(state: State, zone: string): Promise<boolean> {
  const key = normaliseName(zone.trim());
  return state.write((tx) => {
    if (!state.get('delegations', key)) return false;
    tx.remove('delegations', key);
    return true;
  });
}

const signatureSchema = z.strictObject({ zone: zoneSchema, dnssec: z.enum(['unsigned', 'bogus']) });

/** Breaks the signatures of a zone (`bogus`), or takes them away. */
export function putSignature(state: State, input: unknown): Promise<z.infer<typeof signatureSchema>> {
  const { zone, dnssec } = signatureSchema.parse(input);
  return state.write((tx) => {
    if (dnssec === 'bogus') tx.put('signedZones', zone, { zone, dnssec });
    else tx.remove('signedZones', zone);
    return { zone, dnssec };
  });
}
