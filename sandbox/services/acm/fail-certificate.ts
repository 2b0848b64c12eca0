import type { FailureReason } from '@aws-sdk/client-acm';
import type { StoredCertificate } from '../../model';
import type { State } from '../../state';

/** Ends a pending certificate as FAILED; what validated stays SUCCESS: CAA is looked at after that (facts 2.5). */
export function failCertificate(state: State, key: string, FailureReason: FailureReason): Promise<void> {
  return end(state, key, { Status: 'FAILED', FailureReason }, 'SUCCESS');
}

/** Ends a certificate whose names were not validated in 72 hours. */
export function timeOutCertificate(state: State, key: string): Promise<void> {
  return end(state, key, { Status: 'VALIDATION_TIMED_OUT' }, 'FAILED');
}

async function end(
  state: State,
  key: string,
  outcome: Pick<StoredCertificate['detail'], 'Status' | 'FailureReason'>,
  ValidationStatus: 'SUCCESS' | 'FAILED',
): Promise<void> {
  await state.write((tx) => {
    const current = state.get('certificates', key);
    if (current?.detail.Status !== 'PENDING_VALIDATION') return;
    const DomainValidationOptions = current.detail.DomainValidationOptions?.map((option) => ({
      ...option,
      ValidationStatus,
    }));
    tx.put('certificates', key, { ...current, detail: { ...current.detail, ...outcome, DomainValidationOptions } });
  });
}
