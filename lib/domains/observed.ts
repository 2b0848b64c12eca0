import type { Routing } from '@/lib/dns/resolve-routing';
import type { Lookup } from '@/lib/dns/resolver';
import type { Proof, Trouble, WantedDomain } from '@/lib/domains/model';
import type { ApiKey, Certificate, GatewayDomain, Mapping, RecordSet } from '@/lib/inventory/model';

/**
 * What was found, or why nothing is known. "Could not look" never looks like absence: `trouble` says what went wrong,
 * and is null when this pass had no reason to look.
 */
export type Known<T> = { known: true; value: T } | { known: false; trouble: Trouble | null };

export const notAsked: Known<never> = { known: false, trouble: null };

/** The public DNS's answer for a certificate's validation record. */
export interface ValidationAnswer {
  name: string;
  cname: Lookup<string>;
}

/** The public DNS's answer for the hostname, beside what the gateway's target resolves to. */
export interface RoutingAnswer {
  routing: Routing;
  target: { name: string; addresses: string[] };
  /** By alias or by a common address. */
  leads: boolean;
}

/** Everything one pass looked at. */
export interface Observed {
  /** Null: ACM has no such certificate. */
  certificate: Known<Certificate | null>;
  /** Null: there is no such custom domain name in this account and region. */
  gatewayDomain: Known<GatewayDomain | null>;
  mappings: Known<Mapping[]>;
  /** Records of our zone at the names that matter: hostname, validation names, covering wildcards. */
  zoneRecords: Known<RecordSet[]>;
  pendingChange: Known<'PENDING' | 'INSYNC'>;
  validation: Known<ValidationAnswer[]>;
  routing: Known<RoutingAnswer>;
  proof: Known<Proof>;
  /** Removal only: who else relies on the certificate or on its validation record; null when nobody does. */
  certificateSharedBy: Known<{ certificate: string | null; validation: string | null }>;
  /** Removal of the whole tenant only: the API keys that carry its tag. */
  usage: Known<ApiKey[]>;
}

export const nothingObserved: Observed = {
  certificate: notAsked,
  gatewayDomain: notAsked,
  mappings: notAsked,
  zoneRecords: notAsked,
  pendingChange: notAsked,
  validation: notAsked,
  routing: notAsked,
  proof: notAsked,
  certificateSharedBy: notAsked,
  usage: notAsked,
};

/** What the database knows of a domain, as `decide` needs it. */
export interface Subject {
  id: string;
  wanted: WantedDomain;
  /** Our zone's name; null when the domain is the customer's or the zone is not in the inventory. */
  zoneName: string | null;
  certificateOurs: boolean;
  /** The certificate that the gateway serves until the newly requested one is issued; null when there is none such. */
  replacesCertificateArn: string | null;
  gatewayDomainOurs: boolean;
  takeoverConfirmed: boolean;
  pendingChangeId: string | null;
  /** The whole tenant goes, not this domain alone. */
  tenantLeaves: boolean;
  /** The operator typed that its custom domain name goes although the public DNS still leads there. */
  danglingConfirmed: boolean;
  createdAt: Date;
}
