import type { Certificate } from '@/lib/inventory/model';

/** ACM never comes back to these; a certificate in any other state may still be or become useful. */
const over: Certificate['status'][] = ['FAILED', 'VALIDATION_TIMED_OUT', 'REVOKED', 'EXPIRED'];

/**
 * Has ACM given this certificate up: its issue, its renewal, or its life? The last day counts, whatever the status still
 * says. Pure.
 */
export function needsReplacing(
  { status, renewalStatus, notAfter }: Pick<Certificate, 'status' | 'renewalStatus' | 'notAfter'>,
  now: Date,
): boolean {
  const ended = notAfter !== null && Date.parse(notAfter) <= now.getTime();
  return ended || renewalStatus === 'FAILED' || over.includes(status);
}
