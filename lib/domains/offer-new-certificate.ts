import { needsReplacing } from '@/lib/certificates/needs-replacing';
import type { AxisState, WantedDomain } from '@/lib/domains/model';
import type { Certificate } from '@/lib/inventory/model';

interface Subject extends Pick<WantedDomain, 'certificateMode' | 'certificateArn' | 'zoneId' | 'intent'> {
  /** The domain's own certificate as last seen; null when ACM has none such, or nobody has looked yet. */
  certificate: Certificate | null;
  /** What the last pass said about it; null before the first. */
  axis: AxisState | null;
}

/**
 * Why a new certificate would help a domain and what asking for one comes to, as sentences for the operator; null where
 * `requestNewCertificate` would refuse. Pure.
 */
export function offerNewCertificate({ certificate, axis, ...wanted }: Subject, now: Date): string | null {
  if (wanted.intent === 'absent' || wanted.certificateMode !== 'dedicated' || wanted.certificateArn === null)
    return null;
  if (certificate === null && axis !== 'problem') return null;
  if (certificate !== null && !needsReplacing(certificate, now)) return null;
  const record =
    wanted.zoneId === null
      ? "ACM issues a new one once it sees the validation record at the tenant's DNS provider."
      : 'ACM issues a new one once it sees the validation record, which Gatehouse keeps in our zone.';
  if (certificate === null) return record;
  return certificate.inUseBy.length === 0
    ? `ACM does not come back to this one. ${record} The old one is deleted.`
    : `ACM does not come back to this one. ${record} The gateway serves the old one until then; delete it in ACM afterwards.`;
}
