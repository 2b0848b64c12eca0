import type { Actor } from '@/lib/domains/model';

/** Something about a certificate that keeps ACM from renewing it, or will. */
export interface CertificateConcern {
  code:
    | 'validation-record-missing'
    | 'validation-record-wrong'
    | 'not-in-use'
    | 'renewal-stuck'
    | 'expires-soon'
    | 'imported';
  sentence: string;
  fix: string;
  actor: Actor;
  /** Whether traffic ends with the certificate when nobody acts. */
  urgent: boolean;
}

/** What the daily look at a certificate found. */
export interface CertificateWatch {
  /** The validation records as the public DNS answers them now. */
  records: { name: string; value: string; observed: string[]; verdict: 'ok' | 'missing' | 'wrong' | 'unknown' }[];
  concerns: CertificateConcern[];
}
