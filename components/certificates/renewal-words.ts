import type { Tone } from '@/components/ui/tone';
import type { Certificate } from '@/lib/inventory/model';

type Renewing = Pick<Certificate, 'status' | 'type' | 'renewalEligible' | 'renewalStatus' | 'inUseBy'>;

/** What will happen before the certificate expires. Null when it was never issued. Pure. */
export function renewalWords(certificate: Renewing): { tone: Tone; text: string } | null {
  if (certificate.status !== 'ISSUED') return null;
  switch (certificate.renewalStatus) {
    case 'PENDING_AUTO_RENEWAL':
      return { tone: 'blue', text: 'ACM is renewing it.' };
    case 'PENDING_VALIDATION':
      return { tone: 'amber', text: 'The renewal waits: a validation record is missing.' };
    case 'FAILED':
      return { tone: 'red', text: 'The renewal failed. Request a new certificate before this one expires.' };
  }
  if (certificate.type === 'IMPORTED')
    return { tone: 'amber', text: 'ACM does not renew it: import its successor in time.' };
  if (certificate.renewalEligible) return { tone: 'green', text: 'ACM renews it by itself while its records stay.' };
  return { tone: 'grey', text: 'ACM renews it once something uses it.' };
}
