import type { DomainStatus } from '@/lib/domains/model';

/**
 * Does a removal wait because the public DNS still leads to the custom domain name, or could not be asked? Not when that step waits for
 * something else: AWS's quota, or a call to be tried again. Pure.
 */
export function waitsForDns(status: DomainStatus | null): boolean {
  return status?.steps.some((step) => step.name === 'remove-domain-name' && step.heldBy === 'public-dns') ?? false;
}
