import type { DomainValidation, RenewalSummary } from '@aws-sdk/client-acm';
import type { Context } from '../../context';
import type { StoredCertificate } from '../../model';
import type { Authority } from '../../pki/authority';
import { sign } from './issue';
import { caaAllowsAll, type PublicDns, recordResolves } from './look-for-records';
import { isManaged } from './watched-certificates';

/**
 * One step of ACM's managed renewal (facts 2.8): once the end is near, and while the certificate is in use or was exported and
 * its CNAMEs resolve, it gets a new key, serial and dates under the same ARN. Whoever jumps over the end with the clock finds
 * what ACM would have done on the way.
 */
export async function advanceRenewal(
  context: Context,
  key: string,
  { authority, dns }: { authority: Authority; dns: PublicDns },
): Promise<void> {
  const stored = context.state.get('certificates', key);
  const end = stored?.detail.NotAfter?.getTime();
  if (!stored || end === undefined || !isManaged(stored)) return;
  const { RenewalSummary: summary } = stored.detail;
  const isOver = context.now >= end;
  // What was validated before its end, ACM would have renewed on the way.
  const isStuck = summary?.RenewalStatus === 'PENDING_VALIDATION' || summary?.RenewalStatus === 'FAILED';
  if (isOver && summary && isStuck) return fail(context, key, stored, summary);
  const time = isOver ? end - context.dials.renewalLeadMs : context.now;
  if (stored.exportedAt === undefined && !wasInUse(context, stored, time, isOver ? end : time)) return;

  const options = await validate(stored, dns);
  const isValid = options.every(({ ValidationStatus }) => ValidationStatus === 'SUCCESS');
  const at = new Date(time);
  const write = (RenewalStatus: RenewalSummary['RenewalStatus'], reason?: RenewalSummary['RenewalStatusReason']) =>
    summarise(context, key, stored, {
      RenewalStatus,
      DomainValidationOptions: options,
      ...(reason ? { RenewalStatusReason: reason } : {}),
      UpdatedAt: at,
    });
  if (!isValid) return write(isOver ? 'FAILED' : 'PENDING_VALIDATION');
  const isBegun = summary?.RenewalStatus === 'PENDING_AUTO_RENEWAL' || summary?.RenewalStatus === 'FAILED';
  if (!isOver && !isBegun) return write('PENDING_AUTO_RENEWAL');
  const begunAt = summary?.UpdatedAt?.getTime() ?? time;
  if (!isOver && context.now < begunAt + context.dials.certificateIssueAfterMs) return;
  const names = stored.detail.SubjectAlternativeNames ?? [];
  if (!(await caaAllowsAll(names, dns))) return write('FAILED', 'CAA_ERROR');
  await renew(context, key, stored, {
    authority,
    time,
    summary: { RenewalStatus: 'SUCCESS', DomainValidationOptions: options, UpdatedAt: at },
  });
}

/** Whether something used the certificate between two times, as ACM saw it with its lag. */
function wasInUse(context: Context, stored: StoredCertificate, from: number, to: number): boolean {
  const lag = context.dials.inUseByLagMs;
  const { uses = [] } = stored;
  return uses.some(({ since, until }) => since + lag <= to && (until === undefined || until + lag > from));
}

function validate({ detail }: StoredCertificate, dns: PublicDns): Promise<DomainValidation[]> {
  const options = (detail.DomainValidationOptions ?? []).map(async (option) => ({
    ...option,
    ValidationStatus: (await recordResolves(option, dns)) ? ('SUCCESS' as const) : ('PENDING_VALIDATION' as const),
  }));
  return Promise.all(options);
}

function fail(context: Context, key: string, stored: StoredCertificate, summary: RenewalSummary): Promise<void> {
  const UpdatedAt = stored.detail.NotAfter;
  return summarise(context, key, stored, { ...summary, RenewalStatus: 'FAILED', UpdatedAt });
}

/** Writes the summary when it says something new. */
async function summarise(
  { state }: Context,
  key: string,
  stored: StoredCertificate,
  summary: RenewalSummary,
): Promise<void> {
  if (isSame(stored.detail.RenewalSummary, summary)) return;
  await state.write((tx) => {
    const current = state.get('certificates', key);
    if (!current || current.detail.Serial !== stored.detail.Serial) return;
    tx.put('certificates', key, { ...current, detail: { ...current.detail, RenewalSummary: summary } });
  });
}

function isSame(one: RenewalSummary | undefined, other: RenewalSummary): boolean {
  const statuses = (summary: RenewalSummary) =>
    summary.DomainValidationOptions?.map(({ ValidationStatus }) => ValidationStatus).join();
  if (!one) return false;
  return (
    one.RenewalStatus === other.RenewalStatus &&
    one.RenewalStatusReason === other.RenewalStatusReason &&
    statuses(one) === statuses(other)
  );
}

async function renew(
  context: Context,
  key: string,
  stored: StoredCertificate,
  { authority, time, summary }: { authority: Authority; time: number; summary: RenewalSummary },
): Promise<void> {
  const signed = await sign(authority, stored.detail, time);
  await context.state.write((tx) => {
    const current = context.state.get('certificates', key);
    // It may have been deleted, revoked or let go of meanwhile; only the last is no matter.
    if (!current || !isManaged(current) || current.detail.Serial !== stored.detail.Serial) return;
    const { renewalAskedAt: _asked, ...rest } = current;
    const { chainPem, privateKeyPem, ...dates } = signed;
    const detail = { ...current.detail, ...dates, RenewalSummary: summary };
    tx.put('certificates', key, { ...rest, chainPem, privateKeyPem, detail });
  });
}
