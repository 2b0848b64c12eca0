import { createHash } from 'node:crypto';
import type { CertificateDetail } from '@aws-sdk/client-acm';
import type { Context } from '../../context';
import type { StoredCertificate } from '../../model';

/** A certificate as it looks from outside now: validation records come late, InUseBy lags both ways, and time ends it. */
export function certificateView(context: Context, stored: StoredCertificate): CertificateDetail {
  const detail = { ...stored.detail, Status: statusAt(context.now, stored.detail) };
  const inUseBy = isInUse(context, stored) ? [loadBalancerArn(context, detail.CertificateArn)] : [];
  const isRenewable =
    detail.Type !== 'IMPORTED' && detail.Status === 'ISSUED' && (inUseBy.length > 0 || stored.exportedAt !== undefined);
  const showRecords =
    detail.Status !== 'PENDING_VALIDATION' ||
    context.now >= stored.requestedAt + context.dials.validationRecordsAfterMs;
  return {
    ...detail,
    ...(detail.DomainValidationOptions && {
      DomainValidationOptions: detail.DomainValidationOptions.map(({ ResourceRecord, ...option }) =>
        showRecords && ResourceRecord ? { ...option, ResourceRecord } : option,
      ),
    }),
    InUseBy: inUseBy,
    CertificateKeyPairOrigin: detail.Type === 'IMPORTED' ? 'CUSTOMER_PROVIDED' : 'AWS_MANAGED',
    RenewalEligibility: isRenewable ? 'ELIGIBLE' : 'INELIGIBLE',
  };
}

/** What was issued expires without anybody doing anything. */
export function statusAt(now: number, { Status, NotAfter }: CertificateDetail): CertificateDetail['Status'] {
  return Status === 'ISSUED' && NotAfter && now >= NotAfter.getTime() ? 'EXPIRED' : Status;
}

/** Whether ACM believes, with its lag, that something uses the certificate. */
export function isInUse(context: Context, { uses = [] }: StoredCertificate): boolean {
  const lag = context.dials.inUseByLagMs;
  return uses.some(
    ({ since, until }) => since + lag <= context.now && (until === undefined || until + lag > context.now),
  );
}

/** A load balancer in an account of AWS's own, as regional domains show it (facts 2.7). */
function loadBalancerArn(context: Context, arn: string): string {
  const hash = createHash('sha256').update(arn).digest('hex');
  const name = `prod-iad-1-cdtls-${Number.parseInt(hash.slice(0, 2), 16) % 8}-${hash.slice(2, 4)}`;
  return `arn:aws:elasticloadbalancing:${context.region}:392220576650:loadbalancer/net/${name}/${hash.slice(4, 20)}`;
}
