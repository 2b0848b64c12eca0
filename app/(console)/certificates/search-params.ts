import type { CertificateStatus, CertificatesFilter } from '@/lib/certificates/list-certificates';

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

/** Filter of the page from its address; nonsense becomes the default. */
export function readFilter(query: Record<string, string | string[] | undefined>): CertificatesFilter {
  return {
    search: typeof query.q === 'string' ? query.q.trim().slice(0, 200) : '',
    status: certificateStatuses.find((status) => statuses[status] === query.status) ?? null,
    page: Math.min(Math.max(Math.trunc(Number(query.page)) || 1, 1), 10_000),
  };
}

/** Address of the page with a filter. */
export function certificatesHref({ search, status, page }: CertificatesFilter): string {
  const query = new URLSearchParams();
  if (search) query.set('q', search);
  if (status) query.set('status', statuses[status]);
  if (page > 1) query.set('page', String(page));
  const text = query.toString();
  return text ? `/certificates?${text}` : '/certificates';
}
