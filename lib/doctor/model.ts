/** The domain doctor: what it asks, what it found, and what to do. Pure types: components and the share page import them. */
import type { Actor } from '@/lib/domains/model';

/** Every check, in the order in which a report shows them; one file each in `lib/doctor/checks`. */
export const checkNames = [
  'hostname',
  'delegation',
  'dnssec',
  'validation-record',
  'routing-record',
  'conflicting-records',
  'wildcard',
  'proxied',
  'caa',
  'certificate-names',
  'handshake-before',
  'handshake-public',
  'mapping',
] as const;
export type CheckName = (typeof checkNames)[number];

/** `unknown`: could not be checked; `skipped`: doesn't apply, or nothing to check yet. */
export type FindingState = 'ok' | 'problem' | 'warning' | 'unknown' | 'skipped';

/** Who answered what, when: the proof of a finding. */
export interface Evidence {
  /** The server asked, `ns1.example.net (192.0.2.1)` or `resolver 127.0.0.1:5353`; for other evidence what was looked at. */
  source: string;
  /** ISO-8601. */
  at: string;
  /** `CNAME shop.example.com`. */
  question: string;
  /** `NXDOMAIN`, `CNAME d-1.execute-api…`, in the words of DNS tools. */
  answer: string;
}

/** A fix that the console can make by itself, because the zone is ours. */
export type FixIt =
  /** A record of ours at the domain's own name; `shown` is what the operator confirms, `A 192.0.2.1`. */
  | { kind: 'remove-record'; zoneId: string; type: string; name: string; shown: string }
  /** `value`, `0 issue "amazon.com"`, is added to the CAA records of ours at `name`; `shown` are those that stay. */
  | { kind: 'allow-amazon'; zoneId: string; name: string; value: string; shown: string }
  /** The reconciler publishes and creates what is missing by itself. */
  | { kind: 'check-now' };

export interface Finding {
  check: CheckName;
  /** What exactly was found, for tests and for counting: `doubled-suffix`, `apex-cname`. */
  code: string;
  state: FindingState;
  /** One sentence: what is. */
  sentence: string;
  /** What to do, exactly; null where nothing is to be done. */
  fix: string | null;
  actor: Actor;
  evidence: Evidence[];
  /** What to send to whoever has to act; null when that is us or nobody. */
  message: string | null;
  fixIt: FixIt | null;
}

export interface DoctorReport {
  hostname: string;
  /** ISO-8601, when it began. */
  at: string;
  /** How long it took. */
  ms: number;
  /** Who serves the public DNS of the name. */
  provider: { id: string; name: string } | null;
  /** The zone that the public DNS says is in charge of the name. */
  publicZone: string | null;
  nameServers: string[];
  /** Whether the name serves requests by the gateway now. */
  live: boolean;
  findings: Finding[];
}
