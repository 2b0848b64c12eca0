import type { Context } from '../../context';
import { Failure } from '../../protocol/failure';
import { keyOf } from '../../scope';
import type { Transaction } from '../../state';
import { dayOf } from '../../usage';
import { statusAt } from './certificate-view';

type Kind = 'requested' | 'imported';

const yearMs = 365 * 24 * 3_600_000;

/** Refuses one more certificate where the account has, or had within a year, as many as it may (facts 1.5, 2.6). */
export function refuseOverQuota(context: Context, kind: Kind): void {
  const { dials } = context;
  const [max, maxPerYear] =
    kind === 'requested'
      ? [dials.maxCertificates, dials.maxCertificatesPerYear]
      : [dials.maxImportedCertificates, dials.maxImportedCertificatesPerYear];
  const isOver = hasAsMany(context, kind, max);
  const isOverYear = ofLastYear(context, kind) >= maxPerYear;
  if (kind === 'imported' && (isOver || isOverYear)) {
    throw new Failure(
      'LimitExceededException',
      'You have reached the maximum number of certificates. Delete certificates that are not in use, or contact AWS Support to request an increase.',
    );
  }
  if (isOverYear) {
    const message = `Error: you have reached your limit of ${maxPerYear} certificates in the last year.`;
    throw new Failure('LimitExceededException', message);
  }
  if (isOver) {
    const message = 'Cannot request more certificates in this account. Contact Customer Service for details';
    throw new Failure('LimitExceededException', message);
  }
}

/** Notes that a certificate was requested or imported; it counts for a year, deleted or not. */
export function countCertificate(context: Context, tx: Transaction, kind: Kind): void {
  const key = keyOf.certificateCount(context.scope, kind, dayOf(context.now));
  tx.put('certificateCounts', key, (context.state.get('certificateCounts', key) ?? 0) + 1);
}

function ofLastYear({ state, scope, now }: Context, kind: Kind): number {
  const first = keyOf.certificateCount(scope, kind, dayOf(now - yearMs));
  const counts = [...state.entries('certificateCounts', keyOf.certificateCount(scope, kind))];
  return counts.reduce((sum, { key, value }) => (key > first ? sum + value : sum), 0);
}

/** Whether so many are neither deleted nor expired. */
function hasAsMany({ state, scope, now }: Context, kind: Kind, max: number): boolean {
  const prefix = keyOf.certificate(scope);
  // Counting keys is cheap, reading the certificates is not.
  if (state.count('certificates', prefix) < max) return false;
  const living = state
    .list('certificates', prefix)
    .filter(({ detail }) => (detail.Type === 'IMPORTED') === (kind === 'imported'))
    .filter(({ detail }) => statusAt(now, detail) !== 'EXPIRED');
  return living.length >= max;
}
