import { expect, it } from 'vitest';
import type { Context } from '../../context';
import type { StoredCertificate } from '../../model';
import { certificateView } from './certificate-view';

const arn = 'arn:aws:acm:us-east-1:123456789012:certificate/1';
const end = Date.parse('2026-06-01T00:00:00Z');

function viewAt(now: number, more: Partial<StoredCertificate> = {}) {
  const stored: StoredCertificate = {
    detail: { CertificateArn: arn, DomainName: 'a.example.com', Status: 'ISSUED', NotAfter: new Date(end) },
    tags: [],
    requestedAt: 0,
    ...more,
  };
  const context = { now, region: 'us-east-1', dials: { validationRecordsAfterMs: 0, inUseByLagMs: 1000 } } as Context;
  return certificateView(context, stored);
}

it('a certificate expires when its time is over', () => {
  expect(viewAt(end - 1).Status).toBe('ISSUED');
  expect(viewAt(end).Status).toBe('EXPIRED');
});

it('one in use may be renewed, an expired one not any more', () => {
  const uses = [{ domainName: 'a.example.com', since: 0 }];
  expect(viewAt(end - 1, { uses }).RenewalEligibility).toBe('ELIGIBLE');
  expect(viewAt(end, { uses }).RenewalEligibility).toBe('INELIGIBLE');
  expect(viewAt(end - 1).RenewalEligibility).toBe('INELIGIBLE');
});
