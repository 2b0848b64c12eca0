export const customerRecordTypes = ['CNAME', 'A', 'AAAA', 'TXT', 'MX', 'NS', 'CAA'] as const;
export type CustomerRecordType = (typeof customerRecordTypes)[number];

/** A record at the customer's DNS provider. */
export interface CustomerRecord {
  name: string;
  type: string;
  ttl: number;
  values: string[];
}

/** What happens to a call that a fault strikes, in words. */
export const faultKinds = {
  error: 'The service refuses',
  latency: 'The answer is late',
  'reset-before': 'Cut off, nothing done',
  'reset-after': 'Done, then cut off',
  html: 'A proxy answers with an HTML page',
  malformed: 'Done, the answer breaks off',
  hang: 'No answer, nothing done',
} as const;
export type FaultKind = keyof typeof faultKinds;

/** The services whose calls can be struck; `*` is all of them. */
export const faultServices = {
  '*': 'All services',
  apigateway: 'API Gateway',
  route53: 'Route 53',
  acm: 'ACM',
  lambda: 'Lambda',
  sts: 'STS',
} as const;
export type FaultService = keyof typeof faultServices;

/** A fault that waits to strike. */
export interface Fault {
  id: string;
  service: string;
  operation: string;
  kind: string;
  /** How many more times; without it until it is removed. */
  count?: number | undefined;
  /** 0 to 1; without it always. */
  probability?: number | undefined;
  status?: number | undefined;
  code?: string | undefined;
  latencyMs?: number | undefined;
}

/** Something of the sandbox that can be set. */
export interface Dial {
  name: string;
  description: string;
  value: number | boolean;
}

/** A call that the sandbox answered; status 0: it did not. */
export interface SandboxCall {
  at: string;
  service: string;
  operation: string;
  status: number;
  code?: string | undefined;
  requestId: string;
  durationMs: number;
  throttled: boolean;
  fault?: string | undefined;
}

/** Number of records by kind in one account and region. */
export interface SandboxContent {
  account: string | null;
  region: string | null;
  counts: Record<string, number>;
}

/** Everything the sandbox's page shows. */
export interface SandboxReport {
  url: string;
  now: string;
  /** How far its clock is ahead of the machine's, ms. */
  offsetMs: number;
  dials: Dial[];
  faults: Fault[];
  /** Operations by service. */
  operations: Record<string, string[]>;
  /** Latest first. */
  calls: SandboxCall[];
  total: number;
  throttled: number;
  contents: SandboxContent[];
}
