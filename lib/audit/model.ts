/** One AWS call as the audit log keeps it. */
export interface AwsCall {
  service: 'apigateway' | 'route53' | 'acm';
  operation: string;
  requestId: string | null;
  /** HTTP status; null when no answer came. */
  status: number | null;
  /** AWS's error code; null on success. */
  error: string | null;
  durationMs: number;
  attempts: number;
}
