import type { LookupFailure } from '@/lib/dns/resolver';

const sentences: Record<LookupFailure, (name: string) => string> = {
  NXDOMAIN: (name) => `${name} does not exist in the DNS.`,
  NODATA: (name) => `${name} exists in the DNS but has no record of this type.`,
  SERVFAIL: (name) => `The DNS servers of ${name} fail (SERVFAIL), often a DNSSEC or delegation fault.`,
  REFUSED: (name) => `The DNS servers refuse to answer for ${name}, often a stale delegation.`,
  TIMEOUT: (name) => `No DNS server answered for ${name} in time.`,
  ERROR: (name) => `The DNS lookup of ${name} failed.`,
};

/** What a lookup without records means, for operators. */
export function describeFailure(outcome: LookupFailure, name: string): string {
  return sentences[outcome](name);
}

/** True when the DNS said that there is nothing; false when it could not be asked. */
export function saysAbsent(outcome: LookupFailure): boolean {
  return outcome === 'NXDOMAIN' || outcome === 'NODATA';
}
