/** Everything that one examination asked and heard, as plain JSON: the checks are pure functions over it, and can be replayed. */
import type { Delegation, ServerAnswer } from '@/lib/dns/authority/model';
import type { SeenCertificate } from '@/lib/dns/describe-tls';
import type { Headline } from '@/lib/domains/model';

/** Whom a question went to: a server of the name's own zone, one of the zone above, a resolver, or a resolver told not to check signatures. */
export type AskedFrom = 'authority' | 'parent' | 'resolver' | 'unchecked';

/** One answer, and whom it came from. */
export type Asked = ServerAnswer & { from: AskedFrom };

/** A record that has to exist. */
export interface WantedRecord {
  purpose: 'validation' | 'routing';
  type: 'CNAME' | 'A' | 'AAAA';
  /** Full, lower case, without trailing dot. */
  name: string;
  value: string;
  /** Who has to put it there. */
  actor: 'us' | 'tenant';
}

/** A Route 53 zone of ours that could hold the name, with the name servers that Route 53 gave it. */
export interface OurZone {
  id: string;
  name: string;
  /** Null: not in the cache. */
  nameServers: string[] | null;
}

/** A record set of one of our zones, at a name that matters; of type CAA also above it. */
export interface OurRecord {
  zoneId: string;
  name: string;
  type: string;
  /** As operators read it: `alias to d-1.…`, `192.0.2.1`. */
  value: string;
}

/** What database and AWS say about the hostname. */
export interface Home {
  /** `database`: a domain of ours; `aws`: the database could not be read, AWS was asked; `nothing`: only the outside was. */
  source: 'database' | 'aws' | 'nothing';
  /** Why not more is known; null where all is. */
  note: string | null;
  /** The tenant that it belongs to, where the database knows. */
  tenant: { slug: string; name: string } | null;
  headline: Headline | null;
  kind: 'managed' | 'customer' | null;
  /** `prepare`: its traffic is not to be moved yet. */
  phase: 'prepare' | 'cut-over';
  /** The zone of ours that we write to; null for a customer's domain. */
  zoneId: string | null;
  zones: OurZone[];
  records: OurRecord[];
  wanted: WantedRecord[];
  /** Nobody publishes a validation record: the certificate was there before, or was imported. */
  validationNeeded: boolean;
  /** The gateway's name for it, `d-….execute-api.….amazonaws.com`; null while there is none. */
  target: string | null;
  /** The custom domain name on the gateway; null: none. */
  gatewayDomain: { name: string; status: string; statusMessage: string | null } | null;
  certificate: {
    arn: string;
    names: string[];
    status: string;
    failureReason: string | null;
    notAfter: string | null;
  } | null;
  /** Null: not known. `deployed` null: the stage is not in the cache. */
  mappings: { basePath: string; restApiId: string; stage: string | null; deployed: boolean | null }[] | null;
  /** Other custom domain names of this gateway: a customer's record may name one of theirs. */
  otherTargets: { name: string; target: string }[];
}

/** One TLS connection with SNI, and what was answered over it. */
export interface HandshakeFacts {
  at: string;
  /** `d-1.execute-api… (192.0.2.1:443)`. */
  source: string;
  address: string;
  /** Some server answered. */
  answered: boolean;
  /** The certificate is valid for the hostname. */
  ok: boolean;
  sentence: string;
  certificate: SeenCertificate | null;
  /** Null: nothing was asked over HTTPS. */
  https: {
    status: number;
    /** The answer carries API Gateway's own headers. */
    gateway: boolean;
    /** A mapping served it. */
    ok: boolean;
    server: string | null;
    sentence: string;
    /** First words of the body, where somebody else answered. */
    body: string;
  } | null;
}

export interface Facts {
  /** ASCII, lower case; what was typed where that makes no hostname. */
  hostname: string;
  /** As it was asked for. */
  typed: string;
  /** What is wrong with the name; null when it is a hostname. */
  hostnameFault: { sentence: string; part: string | null } | null;
  /** As its owner writes it; equal to `hostname` where that is the same. */
  unicode: string;
  /** ISO-8601. */
  at: string;
  home: Home;
  provider: { id: string; name: string } | null;
  delegation: Delegation | null;
  /** Every DNS answer, in no order. */
  answers: Asked[];
  /** Names with a random label, which only a wildcard can answer for, and the wildcard that each would meet. */
  wildcardProbes: { name: string; wildcard: string }[];
  /** Names whose CAA records decide, the hostname first, the top-level domain last. */
  caaNames: string[];
  /** With the gateway's target; null: there is none yet. */
  handshakeBefore: HandshakeFacts | null;
  /** With where the public DNS leads; null: it leads nowhere. */
  handshakePublic: HandshakeFacts | null;
}
