/** What is on AWS and no tenant's. Pure types: components import them. */

export interface UnownedThing {
  kind: 'gateway-domain' | 'mapping' | 'certificate' | 'record';
  /** As AWS names it: a name, `host/path`, an ARN, `type name`. */
  id: string;
  /** What it is, in short. */
  detail: string;
  /** Why it is thought to be nobody's. */
  why: string;
}

/** Everything unowned of one hostname. */
export interface UnownedHost {
  hostname: string;
  things: UnownedThing[];
  /** Its custom domain name can be given to a tenant: as it is, or for a wildcard hostname by hostname. */
  assignable: 'domain' | 'wildcard' | null;
  /** Why it can't, where there is a custom domain name all the same. */
  refusal: string | null;
  /** Hostnames under a wildcard whose records lead to it and are nobody's: what to suggest. */
  served: string[];
  /** Certificates that nothing uses, by ARN: they can be tagged for a tenant. */
  certificates: string[];
}
