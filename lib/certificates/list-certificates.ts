import 'server-only';
import type { TenantLimit } from '@/lib/auth/permissions';
import type { Db } from '@/lib/db/db';
import type { Certificate } from '@/lib/inventory/model';
import { describeCertificates, type ListedCertificate, readCertificates } from './listed-certificates';
import { type CertificateSort, sortCertificates } from './sort-certificates';

export type CertificateStatus = Certificate['status'];

export interface CertificatesFilter {
  /** Part of a name, an ARN or a tenant's name. */
  search: string;
  status: CertificateStatus | null;
  sort: CertificateSort;
  descending: boolean;
  /** From 1. */
  page: number;
}

export const certificatesPageSize = 50;

export interface CertificatesPage {
  certificates: ListedCertificate[];
  /** Certificates that match search and status. */
  total: number;
  /** By status, of those that match the search. */
  counts: Partial<Record<CertificateStatus, number>>;
  /** Certificates there are at all. */
  all: number;
}

/**
 * The ACM certificates of the cache that match, in the order of a column. Who is limited to some tenants sees
 * those that serve their domains or are for their hostnames. No AWS call.
 */
export async function listCertificates(
  db: Db,
  filter: CertificatesFilter,
  limit: TenantLimit,
): Promise<CertificatesPage> {
  const { certificates, serving } = await readCertificates(db, limit);
  const wanted = filter.search.trim().toLowerCase();
  const listed = (await describeCertificates(db, certificates, serving)).filter((one) => matches(one, wanted));
  const counts: CertificatesPage['counts'] = {};
  for (const { status } of listed) counts[status] = (counts[status] ?? 0) + 1;
  const matching = sortCertificates(
    listed.filter(({ status }) => filter.status === null || status === filter.status),
    filter,
  );
  const start = (filter.page - 1) * certificatesPageSize;
  return {
    certificates: matching.slice(start, start + certificatesPageSize),
    total: matching.length,
    counts,
    all: certificates.length,
  };
}

function matches(certificate: ListedCertificate, wanted: string): boolean {
  if (!wanted) return true;
  const tenants = certificate.uses.flatMap((use) => use.tenants.flatMap(({ slug, name }) => [slug, name]));
  return [...certificate.names, certificate.arn, ...tenants, ...certificate.waiting].some((text) =>
    text.toLowerCase().includes(wanted),
  );
}
