/** Questions to the DNS as its tools ask them: one server at a time, and each answer with who gave it. Pure types. */
import type { LookupFailure } from '@/lib/dns/resolver';

export interface DnsServer {
  /** Its host name, without trailing dot; null for a resolver known by address only. */
  name: string | null;
  address: string;
  port: number;
}

export interface DnsRecord {
  /** Lower case, without trailing dot. */
  name: string;
  type: string;
  /** Seconds. */
  ttl: number;
  /** As DNS tools print it; host names in lower case and without trailing dot. */
  value: string;
}

/** What one server said to one question. */
export interface ServerAnswer {
  server: DnsServer;
  /** ISO-8601. */
  at: string;
  question: { name: string; type: string };
  /** `ok`: there are records of the type asked for. */
  outcome: 'ok' | LookupFailure;
  /** The server says that it is in charge of the name. */
  authoritative: boolean;
  /** The answer section: CNAMEs that lead on, then the records asked for. */
  records: DnsRecord[];
  /** The authority section: NS of a referral, or the SOA of a "no". */
  authority: DnsRecord[];
}

export interface AskOptions {
  /** Ask the server to find out by itself (RD); default false, as authorities are asked. */
  recursive?: boolean;
  /** Ask it not to check signatures (CD): what answers only so has broken DNSSEC. */
  checkingDisabled?: boolean;
}

/** Who is in charge of a name on the public DNS. */
export interface Delegation {
  /** The zone's own name. */
  zone: string;
  /** Name servers as the parent zone hands them out; null when the parent could not be asked. */
  atParent: string[] | null;
  /** Name servers as the zone itself says. */
  atZone: string[] | null;
  /** Those that can be asked: the delegated ones with the addresses that their names have. */
  servers: DnsServer[];
}

export interface Authority {
  /** The recursive resolvers that may be asked, each by itself. */
  resolvers: DnsServer[];
  /** Walks up from the name to the zone that holds it; null when no zone could be found. Never rejects. */
  findDelegation(name: string): Promise<Delegation | null>;
  /** One question to one server: UDP, and TCP when the answer is cut. Takes at most 4 s; never rejects. */
  ask(server: DnsServer, name: string, type: string, options?: AskOptions): Promise<ServerAnswer>;
}
