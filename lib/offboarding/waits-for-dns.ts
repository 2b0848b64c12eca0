import type { DomainStatus } from '@/lib/domains/model';

/** Does a removal wait because the public DNS still leads to the custom domain name, or could not be asked? Pure. */
export function waitsForDns(status: DomainStatus | null): boolean {
  const step = status?.steps.find((one) => one.name === 'remove-domain-name');
  if (step === undefined || status?.trouble != null) return false;
  return step.state === 'waiting' || (step.state === 'unknown' && step.sentence.includes('public DNS'));
}
