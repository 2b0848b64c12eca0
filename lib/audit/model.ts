/** One AWS call as the audit log keeps it. */
export interface AwsCall {
  service: 'apigateway' | 'route53' | 'acm' | 'lambda' | 'sts';
  operation: string;
  requestId: string | null;
  /** HTTP status; null when no answer came. */
  status: number | null;
  /** AWS's error code; null on success. */
  error: string | null;
  durationMs: number;
  attempts: number;
}

/** Who did it. The system's names: `Gatehouse`, `inventory` when it adopts, `visitor` before anybody signed in. */
export type AuditActor =
  | { kind: 'user'; id: string; name: string; ip: string | null }
  | { kind: 'system'; name: string };

/** `running`: begun moments ago; `unknown`: begun, but the process ended before it could note the outcome. */
export type AuditResult = 'ok' | 'failed' | 'refused' | 'running' | 'unknown';

/** One line of the audit log: an intent joined with its outcome, or an event that stands alone. */
export interface AuditEntry {
  id: number;
  /** When it began, ISO-8601. */
  at: string;
  /** When its outcome was noted, ISO-8601; null while there is none. */
  finishedAt: string | null;
  actorKind: 'user' | 'system';
  actorId: string | null;
  actorName: string;
  ip: string | null;
  action: string;
  resourceType: string;
  resourceId: string;
  tenantSlug: string | null;
  result: AuditResult;
  message: string | null;
  before: unknown;
  after: unknown;
  awsCalls: AwsCall[];
  /** Of the click that it follows from; null: older than such ids, or the system's own doing. */
  correlationId: string | null;
  /** Entries of the same click, this one included. */
  related: number;
}
