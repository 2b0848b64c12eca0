import type { CertificateCandidate } from '@/lib/certificates/certificate-candidates';
import type { PlannedCall } from '@/lib/domains/plan-onboarding';

/** Something an operator should know before onboarding; an error stops it. */
export interface Finding {
  level: 'error' | 'warning' | 'info';
  /** The form field it belongs to; null when it belongs to none. */
  field: 'kind' | 'zoneId' | 'label' | 'hostname' | 'certificate' | 'mappings' | null;
  sentence: string;
}

/** What the public DNS says about a hostname today. */
export interface PublicAnswer {
  /** `free`: nothing answers; `ours`: it leads to our gateway; `taken`: to something else; `unknown`: could not ask. */
  state: 'free' | 'ours' | 'taken' | 'unknown';
  sentence: string;
  /** What answered, for example `CNAME shop.hoster.net`. */
  answers: string[];
}

/** Everything the form needs to know about a hostname before it goes on. */
export interface HostnameReport {
  /** ASCII; null when the input makes none. */
  hostname: string | null;
  /** As its owner writes it; null when that is the same. */
  unicode: string | null;
  zone: { id: string; name: string } | null;
  findings: Finding[];
  publicAnswer: PublicAnswer | null;
  /** The hostname has to be typed once more, because it may be in use. */
  needsConfirmation: boolean;
  /** Every way to get TLS for the name, best first. */
  candidates: CertificateCandidate[];
  /** Why no certificate can be requested for this name alone; null when one can. */
  dedicatedRefusal: string | null;
}

/** The review step: what will be done, in order. */
export interface OnboardingPreview {
  report: HostnameReport;
  calls: PlannedCall[];
}
