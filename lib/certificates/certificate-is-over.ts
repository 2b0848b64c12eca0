import type { Certificate } from '@/lib/inventory/model';

/** ACM never comes back to these; a certificate in any other state may still be or become useful. */
const over: Certificate['status'][] = ['FAILED', 'VALIDATION_TIMED_OUT', 'REVOKED', 'EXPIRED'];

/** Is nothing left to hope for from this certificate? Its last day counts, whatever the status still says. Pure. */
export function certificateIsOver({ status, notAfter }: Pick<Certificate, 'status' | 'notAfter'>, now: Date): boolean {
  return over.includes(status) || (notAfter !== null && Date.parse(notAfter) <= now.getTime());
}
