import type { CertificateConcern } from '@/lib/certificates/watch/model';
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
  /** What further resolvers say, where several are configured. */
  others?: { resolver: string; routing: Routing; leads: boolean }[];
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
  /** Records at the domain's stable name; not asked where it has none. */
  edgeRecords: Known<RecordSet[]>;
  pendingChange: Known<'PENDING' | 'INSYNC'>;
  validation: Known<ValidationAnswer[]>;
  routing: Known<RoutingAnswer>;
  proof: Known<Proof>;
  /** Before a cut-over: the same request, sent to the gateway's target although the name leads elsewhere. */
  rehearsal: Known<Proof>;
  /** Removal only: who else relies on the certificate or on its validation record; null when nobody does. */
  certificateSharedBy: Known<{ certificate: string | null; validation: string | null }>;
  /** What AWS has was read in the inventory cache: good enough to confirm, never to act on. */
  cached?: boolean;
  /** Removal of the whole tenant only: the API keys that carry its tag. */
  usage: Known<ApiKey[]>;
}

export const nothingObserved: Observed = {
  certificate: notAsked,
  gatewayDomain: notAsked,
  mappings: notAsked,
  zoneRecords: notAsked,
  edgeRecords: notAsked,
  pendingChange: notAsked,
  validation: notAsked,
  routing: notAsked,
  proof: notAsked,
  rehearsal: notAsked,
  certificateSharedBy: notAsked,
  usage: notAsked,
};

/** What the database knows of a domain, as `decide` needs it. */
export interface Subject {
  id: string;
  wanted: WantedDomain;
  /** Our zone's name; null when the domain is the customer's or the zone is not in the inventory. */
  zoneName: string | null;
  /** The stable name in our own zone that the customer's record leads to; null where the record names the target itself. */
  edge: { name: string; zoneId: string } | null;
  /** `prepare`: everything but the records that move its traffic. */
  phase: 'prepare' | 'cut-over';
  certificateOurs: boolean;
  /** The certificate that the gateway serves until the newly requested one is issued; null when there is none such. */
  replacesCertificateArn: string | null;
  /** That certificate as last seen, where it is known. */
  replacedCertificate?: Certificate | null;
  /** What the daily look at its certificate found that puts it at risk. */
  certificateRisks?: CertificateConcern[];
  /** Requests in a row that ACM gave up for want of the validation record. */
  timedOutRequests?: number;
  gatewayDomainOurs: boolean;
  takeoverConfirmed: boolean;
  pendingChangeId: string | null;
  /** What serves it now, by the inventory cache; absent or null when the cache does not know. */
  servedBy?: string | null;
  /** The whole tenant goes, not this domain alone. */
  tenantLeaves: boolean;
  /** The operator typed that its custom domain name goes although the public DNS still leads there. */
  danglingConfirmed: boolean;
  createdAt: Date;
}
