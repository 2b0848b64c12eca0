import type { DnsProviderId } from '@/lib/dns/providers';
import type { DnsRecordRow } from '@/lib/domains/model';

/** What the share page shows, in the customer's words. Pure types: components import them. */

/** `later`: not before something else; `yours`: the customer's turn. */
export type CheckState = 'done' | 'yours' | 'ours' | 'later' | 'problem';

export interface CheckItem {
  key: 'proof' | 'certificate' | 'service' | 'routing' | 'live';
  title: string;
  state: CheckState;
  sentence: string;
}

/** How a domain stands, for its owner. */
export type SharedHeadline = 'live' | 'yours' | 'ours' | 'prepared' | 'trouble' | 'ending';

export interface SharedFinding {
  sentence: string;
  fix: string | null;
}

export interface SharedDomain {
  id: string;
  hostname: string;
  /** As its owner writes it; null when that is the same. */
  unicode: string | null;
  headline: SharedHeadline;
  /** One sentence on how it stands. */
  sentence: string;
  checklist: CheckItem[];
  /** The records that the customer makes; none for a name in our own zone. */
  records: DnsRecordRow[];
  findings: SharedFinding[];
  /** The zone at the customer's provider. */
  zone: string | null;
  provider: { id: DnsProviderId; name: string } | null;
  /** ISO-8601. */
  checkedAt: string | null;
  /** When the certificate's request ends without its record, ISO-8601. */
  deadline: string | null;
}

export interface SharedView {
  linkId: string;
  tenantName: string;
  /** ISO-8601. */
  expiresAt: string;
  domains: SharedDomain[];
  /** Something changes by itself soon. */
  moving: boolean;
}

/** A link as the tenant's page lists it. */
export interface ShareLinkView {
  id: string;
  createdAt: string;
  createdBy: string;
  expiresAt: string;
  revokedAt: string | null;
  lastOpenedAt: string | null;
  opened: number;
  state: 'open' | 'expired' | 'revoked';
  /** Path with the token; null once it is worth nothing. */
  path: string | null;
}
