import type { Actor, Headline, Watch } from '@/lib/domains/model';

/** A domain as the overview needs it. */
export interface OverviewDomain {
  hostname: string;
  tenantSlug: string;
  tenantName: string;
  headline: Headline;
  /** The sentence of the axis that gave the headline. */
  sentence: string;
  /** Since when its checks fail, and how many did; null while it answers. */
  failing: Watch['failing'];
  actor: Actor;
  /** ISO-8601. */
  since: string;
  /** The custom domain name that serves it; differs from `hostname` under a wildcard. */
  gatewayDomainName: string;
}
