import type { ListedCertificate } from './listed-certificates';

/** Columns to sort by. `status`: what needs somebody first, then the next to expire. */
export const certificateSorts = ['status', 'name', 'expires', 'use'] as const;
export type CertificateSort = (typeof certificateSorts)[number];

type Compare = (a: ListedCertificate, b: ListedCertificate) => number;

const order: Record<ListedCertificate['status'], number> = {
  FAILED: 0,
  VALIDATION_TIMED_OUT: 1,
  REVOKED: 2,
  EXPIRED: 3,
  PENDING_VALIDATION: 4,
  ISSUED: 5,
  INACTIVE: 6,
};

function rank({ status, watch }: ListedCertificate): number {
  // An issued one in danger is as pressing as an expired one.
  return watch?.concerns.some(({ urgent }) => urgent) ? order.EXPIRED : order[status];
}

const byName: Compare = (a, b) => a.domainName.localeCompare(b.domainName) || a.arn.localeCompare(b.arn);
const byExpiry: Compare = (a, b) => (a.notAfter ?? '9').localeCompare(b.notAfter ?? '9');
const useOf = ({ uses, inUseBy, waiting }: ListedCertificate) =>
  uses[0]?.gatewayDomain ?? (inUseBy.length > 0 ? '\uffff' : (waiting[0] ?? '\uffff'));

const compares: Record<CertificateSort, Compare> = {
  status: (a, b) => rank(a) - rank(b) || byExpiry(a, b),
  name: () => 0,
  expires: byExpiry,
  use: (a, b) => useOf(a).localeCompare(useOf(b)),
};

/** What a column has nothing to say of stands last in either direction. */
const isBlank: Record<CertificateSort, (one: ListedCertificate) => boolean> = {
  status: () => false,
  name: () => false,
  expires: ({ notAfter }) => notAfter === null,
  use: ({ uses, inUseBy, waiting }) => uses.length + inUseBy.length + waiting.length === 0,
};

/** Certificates in the order of a column, those that it says nothing of last; equal ones by name. Pure. */
export function sortCertificates(
  certificates: readonly ListedCertificate[],
  { sort, descending }: { sort: CertificateSort; descending: boolean },
): ListedCertificate[] {
  const turn = descending ? -1 : 1;
  return [...certificates].sort(
    (a, b) =>
      Number(isBlank[sort](a)) - Number(isBlank[sort](b)) ||
      turn * compares[sort](a, b) ||
      (sort === 'name' ? turn : 1) * byName(a, b),
  );
}
