import { createLoader, parseAsInteger, parseAsString, parseAsStringLiteral } from 'nuqs/server';
import type { CertificateStatus, CertificatesFilter } from '@/lib/certificates/list-certificates';
import { certificateSorts } from '@/lib/certificates/sort-certificates';

/** Statuses in the order of the filter, as they stand in an address. */
const statuses: Record<CertificateStatus, string> = {
  ISSUED: 'issued',
  PENDING_VALIDATION: 'pending',
  FAILED: 'failed',
  VALIDATION_TIMED_OUT: 'timed-out',
  EXPIRED: 'expired',
  REVOKED: 'revoked',
  INACTIVE: 'inactive',
};

export const certificateStatuses = Object.keys(statuses) as CertificateStatus[];

const load = createLoader({
  q: parseAsString.withDefault(''),
  status: parseAsString.withDefault(''),
  sort: parseAsStringLiteral(certificateSorts).withDefault('status'),
  dir: parseAsStringLiteral(['asc', 'desc'] as const).withDefault('asc'),
  page: parseAsInteger.withDefault(1),
});

/** State of the list from the page's address; nonsense becomes the default. */
export function readFilter(query: Record<string, string | string[] | undefined>): CertificatesFilter {
  const { q, status, sort, dir, page } = load(query);
  return {
    search: q.trim().slice(0, 200),
    status: certificateStatuses.find((one) => statuses[one] === status) ?? null,
    sort,
    descending: dir === 'desc',
    page: Math.min(Math.max(page, 1), 10_000),
  };
}

/** The address that shows the list in this state; defaults are left out. A changed filter starts at page 1. */
export function certificatesHref(filter: CertificatesFilter, change: Partial<CertificatesFilter> = {}): string {
  const { search, status, sort, descending, page } = { ...filter, page: 1, ...change };
  const query = new URLSearchParams();
  if (search) query.set('q', search);
  if (status) query.set('status', statuses[status]);
  if (sort !== 'status') query.set('sort', sort);
  if (descending) query.set('dir', 'desc');
  if (page > 1) query.set('page', String(page));
  const text = query.toString();
  return text ? `/certificates?${text}` : '/certificates';
}
