/**
 * Words of a domain's status (docs/architecture.md, "Domains"). Pure types and constants: components import them, and
 * `decide` fills them in.
 */

/** Whose turn it is. */
export type Actor = 'us' | 'tenant' | 'aws' | 'nobody';

export const axisNames = ['validation', 'certificate', 'gateway', 'mapping', 'dns'] as const;
export type AxisName = (typeof axisNames)[number];

/**
 * State of one axis. `unknown` means "could not check": grey, never red. `not-needed` means the axis does not apply,
 * for example the validation record of an imported certificate.
 */
export type AxisState = 'ok' | 'at-risk' | 'waiting' | 'working' | 'problem' | 'unknown' | 'not-started' | 'not-needed';

export interface Axis {
  state: AxisState;
  actor: Actor;
  /** When the axis entered this state, ISO-8601. */
  since: string;
  /** One sentence, present tense, that says what is and, if somebody has to act, what to do. */
  sentence: string;
  /** When AWS or we give up waiting, where there is such a moment. */
  deadline: string | null;
}

export const headlines = [
  'Draft',
  'Waiting for tenant',
  'Working',
  'Needs operator',
  'Live',
  'Live, at risk',
  'Broken',
  'Offboarding',
  'Gone',
] as const;
export type Headline = (typeof headlines)[number];

/** What a domain's history keeps: a headline, or that nobody could look whether it held. */
export type HistoryState = Headline | 'Unknown';

/** The steps that lead to Live, in their order. */
export const onboardingSteps = [
  'request-certificate',
  'publish-validation',
  'await-certificate',
  'create-domain-name',
  'create-mappings',
  'publish-edge-name',
  'publish-alias',
  'await-sync',
  'probe',
] as const;

/** The steps that remove a domain, in the safe order: usage and traffic first, names last, then what only says whose it was. */
export const offboardingSteps = [
  'stop-usage',
  'remove-alias',
  // Before the custom domain name: a record of the tenant's that leads to it leads nowhere then, and nobody can take it over.
  'remove-edge-name',
  'remove-mappings',
  'remove-domain-name',
  'remove-certificate',
  // After the certificate: every certificate that lives on the name needs the record.
  'remove-validation',
  'remove-tags',
] as const;

export type OnboardingStep = (typeof onboardingSteps)[number];
export type OffboardingStep = (typeof offboardingSteps)[number];
export type StepName = OnboardingStep | OffboardingStep;

export type StepState = 'pending' | 'working' | 'waiting' | 'done' | 'failed' | 'skipped' | 'unknown';

export interface Step {
  name: StepName;
  state: StepState;
  actor: Actor;
  since: string | null;
  sentence: string;
  deadline: string | null;
  /** Why it does not go on, where an operator may go on all the same: the public DNS still leads there, or could not be asked. */
  heldBy?: 'public-dns';
}

/** How a domain is wanted to be: what the operator chose, never what is. */
export interface WantedDomain {
  hostname: string;
  tenantSlug: string;
  kind: 'managed' | 'customer';
  /** Route 53 zone that holds the hostname's records; `null` for a customer domain. */
  zoneId: string | null;
  /** `dedicated`: request one for this hostname; `existing`: use `certificateArn`. */
  certificateMode: 'dedicated' | 'existing';
  /** The chosen certificate, or the requested one once ACM has answered. */
  certificateArn: string | null;
  /** The custom domain name that serves it: the hostname itself, or a wildcard that is already there. */
  gatewayDomainName: string;
  /** Empty when a wildcard custom domain, whose mappings are shared, serves the hostname. */
  mappings: { basePath: string; restApiId: string; stage: string }[];
  intent: 'present' | 'absent';
}

/** Why the last AWS call or check failed, in words for operators. */
export interface Trouble {
  at: string;
  sentence: string;
  fix: string;
  actor: Actor;
  retryable: boolean;
  /** AWS's code, for example `TooManyRequestsException`; ours for network trouble. */
  code: string;
  operation: string | null;
  requestId: string | null;
}

/** `later`: not to be made before the cut-over. */
export type Verdict = 'ok' | 'missing' | 'wrong' | 'unknown' | 'not-checked' | 'later';

/** One DNS record that has to exist, and what the public DNS answers for it. */
export interface DnsRecordRow {
  purpose: 'certificate validation' | 'routing';
  type: 'CNAME' | 'A' | 'AAAA';
  /** Full name without trailing dot. */
  name: string;
  /** As most DNS panels want it, relative to the zone (`_x.shop`, `@` at the apex). */
  relativeName: string;
  value: string;
  /** What the DNS answers, one entry a record; empty when there is none. */
  observed: string[];
  verdict: Verdict;
  sentence: string;
  /** Who has to put the record there. */
  actor: 'us' | 'tenant';
}

/** Proof of life: what the last probe saw. */
export interface Proof {
  at: string;
  resolved: { ok: boolean; addresses: string[]; sentence: string };
  tls: { ok: boolean; subject: string | null; names: string[]; validTo: string | null; sentence: string };
  https: { ok: boolean; status: number | null; requestId: string | null; url: string; sentence: string };
  /** What does not break it yet; absent when there is nothing such, and in proofs of former versions. */
  risks?: Risk[];
}

/** Seen from outside while the proof holds. `dns`: in the records of the hostname; `gateway`: in how the gateway answers. */
export interface Risk {
  where: 'dns' | 'gateway';
  sentence: string;
}

/** How a domain that has been Live is watched. */
export interface Watch {
  /** Since when nothing about it failed or changed: the longer, the rarer it is looked at. */
  calmSince: string;
  /** Failed probes in a row, and when the first one was; null while it answers. */
  failing: { since: string; checks: number } | null;
  /** What serves it, as one text: another one means that something was changed or deployed. Null when not known. */
  servedBy: string | null;
  /** When AWS, or a cache that was as good, was last looked at; null: not yet. */
  insideAt: string | null;
}

/** Everything the reconciler knows of a domain after a pass; stored in the domain's row. */
export interface DomainStatus {
  headline: Headline;
  /** Since when the headline holds. */
  since: string;
  /** The sentence of the axis that gave the headline. */
  sentence: string;
  actor: Actor;
  axes: Record<AxisName, Axis>;
  steps: Step[];
  records: DnsRecordRow[];
  proof: Proof | null;
  /** Before a cut-over: what the gateway's target answered when it was asked for the hostname; absent otherwise. */
  rehearsal?: Proof | null;
  trouble: Trouble | null;
  deadline: string | null;
  checkedAt: string | null;
  /** Absent before it was Live, and in rows of former versions. */
  watch?: Watch;
}
