import type { ResolutionPath } from '@/lib/gateway/explain-resolution';
import type { IntegrationType, Verb } from '@/lib/gateway/model';
import type { Check, Refusal, SentHeader } from '@/lib/gateway/resolve/model';
import type { HostMapping } from '@/lib/gateway/resolve-host';

/** All that is to say about a request: which way it goes, and what becomes of it in each version of the gateway. */
export interface ExplainedRequest {
  asked: { method: string; url: string };
  /** Domain -> mapping -> stage; null when only a path was asked about. */
  host: ExplainedHost | null;
  /** The live version first, then the working copy, then the draft. Empty when the request doesn't reach this gateway. */
  sides: ExplainedSide[];
}

export interface ExplainedHost {
  host: string;
  reached: boolean;
  /** The custom domain name that answers, exact or wildcard; null for the API's own address and unknown hosts. */
  domainName: string | null;
  mapping: HostMapping | null;
  stage: string | null;
  /** What is left of the path for the API. */
  path: string | null;
  tenant: { slug: string; name: string } | null;
  /** Why it goes this way, or nowhere. */
  sentence: string;
  /** A domain with multi-level mappings lower-cases header names, and so on. */
  notes: string[];
  passedOver: { basePath: string; sentence: string }[];
  /** What the client gets when the way ends here. */
  answer: { status: number; body: string } | null;
}

/** What becomes of the request in one version of the gateway. */
export interface ExplainedSide {
  /** `stage:prod`, `working`, `draft:12` */
  key: string;
  title: string;
  /** Whose variables were filled in. */
  stage: string | null;
  /** Why nothing can be said, such as a deployment whose content nobody could read. */
  unknown: string | null;
  /** How the route was found; null when unknown. */
  decision: ResolutionPath | null;
  route: { path: string; verb: Verb; pathParameters: Record<string, string> } | null;
  checks: Check[];
  integration: ExplainedIntegration | null;
  /** In the order of the integration. */
  mappings: ExplainedMapping[];
  /** What the back end gets; null when nothing is sent. */
  sent: ExplainedSent | null;
  /** A mock's status; null for all else, and where its template decides. */
  mockStatus: number | null;
  /** The gateway's own answer; null when it lets the request through. */
  refusal: Refusal | null;
  /** What happens to the back end's answer. */
  answers: ExplainedAnswers | null;
  /** Key of the side that it is held against: the working copy for a draft, the first one for all else. Null for the first. */
  comparedWith: string | null;
  /** What is different there, in sentences; empty for the first and where nothing is. */
  differences: string[];
}

export interface ExplainedIntegration {
  type: IntegrationType;
  /** As configured. */
  uri: string | null;
  /** Stage variables that the URI uses; null: the stage has none of that name. */
  stageVariables: { name: string; value: string | null }[];
  connection: 'internet' | 'vpc-link';
  timeoutMs: number;
}

export interface ExplainedMapping {
  /** `header X-Tenant`, `query page`, `path variable id`. */
  target: string;
  /** As AWS writes it. */
  expression: string;
  /** What it comes to for this request; empty: it is left out. */
  values: string[];
  /** What else is to know about the target, such as that it is replaced. */
  sentence: string | null;
}

export interface ExplainedSent {
  /** `GET https://back.example.com/orders/42?x=1` */
  requestLine: string;
  headers: SentHeader[];
  /** Null: none. */
  body: string | null;
  /** What the body is: handed on, made by a template, an event. */
  bodySentence: string;
}

export interface ExplainedAnswers {
  /** Why integration responses are ignored; null where they aren't. */
  ignored: string | null;
  responses: {
    status: string;
    /** Null: the default. */
    selectionPattern: string | null;
    headers: { name: string; expression: string; sentence: string | null }[];
    /** Content types with a template; empty: the body is handed on. */
    templates: string[];
  }[];
}

/** A real test through AWS, with its log in sections. */
export interface TestedRoute {
  path: string;
  verb: Verb;
  status: number;
  headers: [name: string, value: string][];
  body: string;
  latencyMs: number;
  sections: TestLogSection[];
  /** As AWS wrote it. */
  log: string;
}

/** Lines of the log that belong together. */
export interface TestLogSection {
  kind: 'client-request' | 'endpoint-request' | 'endpoint-response' | 'method-response' | 'outcome' | 'other';
  title: string;
  /** What happened here. */
  sentence: string;
  failed: boolean;
  lines: TestLogLine[];
}

export interface TestLogLine {
  /** `Endpoint request headers`; null for a line without one. */
  label: string | null;
  text: string;
  /** The pairs of `{name=value, …}`; null where the line is none. */
  pairs: [name: string, value: string][] | null;
  /** AWS's `[TRUNCATED]`. */
  truncated: boolean;
}
