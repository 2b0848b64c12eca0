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
  /** It is in use, and traffic ends with it when nobody acts soon. */
  urgent: boolean;
}

/** A validation record as the public DNS answers it now. */
export interface WatchedRecord {
  name: string;
  value: string;
  observed: string[];
  verdict: 'ok' | 'missing' | 'wrong' | 'unknown';
  sentence: string;
}

/** What the daily look at a certificate found. */
export interface CertificateWatch {
  records: WatchedRecord[];
  concerns: CertificateConcern[];
}

/** The last look at a certificate, as pages show it. */
export interface WatchView extends CertificateWatch {
  /** ISO-8601. */
  checkedAt: string;
  /** Since when there are concerns that put domains at risk; null: there are none. */
  troubledSince: string | null;
}
