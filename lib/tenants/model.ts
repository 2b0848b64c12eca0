import type { AuditEntry } from '@/lib/audit/model';
import type { CertificateCandidate } from '@/lib/certificates/certificate-candidates';
import type { Actor, DomainStatus, Headline } from '@/lib/domains/model';
import type { PlannedCall } from '@/lib/domains/plan';
import type { Certificate, SyncState } from '@/lib/inventory/model';

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

/** What changes by itself on a tenant's page; polled. */
export interface TenantStatus {
  /** Changes whenever something else on the page has changed too. */
  version: string;
  /** Something is about to change: ask again soon. */
  moving: boolean;
  /** The server's clock, ISO-8601. */
  now: string;
  domains: {
    id: string;
    hostname: string;
    headline: Headline;
    actor: Actor;
    sentence: string;
    checkedAt: string | null;
    nextCheckAt: string | null;
  }[];
}

/** One domain as its tenant's page shows it. */
export interface DomainView {
  id: string;
  hostname: string;
  /** As its owner writes it; null when that is the same. */
  unicode: string | null;
  kind: 'managed' | 'customer';
  zoneName: string | null;
  intent: 'present' | 'absent';
  /** The report of its removal. */
  offboardingId: string | null;
  headline: Headline;
  actor: Actor;
  since: string;
  /** Null until the reconciler has looked once. */
  status: DomainStatus | null;
  failures: number;
  certificateMode: 'dedicated' | 'existing';
  certificateArn: string | null;
  certificateOurs: boolean;
  /** From the cache; null when there is none yet. */
  certificate: Certificate | null;
  /** What asking for a new certificate comes to; null where that makes no sense. */
  newCertificate: string | null;
  gatewayDomainName: string;
  gatewayDomainOurs: boolean;
  /** What the gateway's name resolves to, `d-….execute-api.….amazonaws.com`. */
  target: string | null;
  /** The wildcard custom domain name serves it: `mappings` are shared with others. */
  shared: boolean;
  mappings: { basePath: string; stage: string | null; restApiId: string }[];
}

/** The other of two domains of which one takes the other's place. */
interface Partner {
  id: string;
  hostname: string;
  tenantSlug: string;
  headline: Headline;
  leaving: boolean;
}

/** What takes a domain's place, and whose place it takes. */
export interface Succession {
  successor: Partner | null;
  predecessor: Partner | null;
}

/** Everything a tenant's page shows; no AWS call is needed for it. */
export interface TenantView {
  slug: string;
  name: string;
  contactEmail: string | null;
  adopted: boolean;
  createdAt: string;
  removalRequestedAt: string | null;
  headline: Headline;
  domains: DomainView[];
  activity: AuditEntry[];
  /** Kinds of the cache whose last read failed. */
  stale: SyncState[];
  status: TenantStatus;
}
