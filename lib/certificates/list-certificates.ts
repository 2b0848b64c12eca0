import 'server-only';
import type { TenantLimit } from '@/lib/auth/permissions';
import type { Db } from '@/lib/db/db';
import type { Actor } from '@/lib/domains/model';
import { groupBy } from '@/lib/group-by';
import type { Certificate } from '@/lib/inventory/model';
import { readInventory, readRecordSets } from '@/lib/inventory/read-inventory';
import { listOverviewDomains } from '@/lib/overview/list-overview-domains';
import { certificateStatusSentence } from './certificate-status-sentence';
import { concerns } from './concerns';
import { type DescribedValidation, describeValidations, validationDeadlineMs } from './describe-validations';

/** A custom domain name of the gateway that presents a certificate, and whom it serves. */
interface CertificateUse {
  gatewayDomain: string;
  tenants: { slug: string; name: string }[];
}

export interface ListedCertificate extends Certificate {
  /** What the status means, in words. */
  sentence: string;
  /** Whose turn it is. */
  turn: Actor;
  validations: DescribedValidation[];
  /** When ACM gives up waiting, ISO-8601; null unless it waits. */
  deadline: string | null;
  /** Found by the certificate's ARN in the gateway's domains: `inUseBy` names load balancers of AWS's own accounts. */
  uses: CertificateUse[];
}

export type CertificateStatus = Certificate['status'];

export interface CertificatesFilter {
  /** Part of a name, an ARN or a tenant's name. */
  search: string;
  status: CertificateStatus | null;
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
 * The ACM certificates of the cache that match: those that need somebody first, then the next to expire. Who is limited to some tenants sees
 * those that serve their domains or are for their hostnames. No AWS call.
 */
export async function listCertificates(
  db: Db,
  filter: CertificatesFilter,
  limit: TenantLimit,
): Promise<CertificatesPage> {
  const [inventory, gatewayDomains, zones, { domains }] = await Promise.all([
    readInventory(db, 'certificate'),
    readInventory(db, 'gateway-domain'),
    readInventory(db, 'hosted-zone'),
    listOverviewDomains(db, limit),
  ]);
  const isTheirs = concerns(domains, gatewayDomains);
  const certificates = limit === null ? inventory : inventory.filter(isTheirs);
  // Zones hold thousands of records, and only those matter that a certificate still waits for.
  const open = certificates.flatMap(({ validations }) => validations.filter(({ status }) => status !== 'SUCCESS'));
  const records = await readRecordSets(db, [...new Set(open.flatMap(({ record }) => record?.name ?? []))]);
  // A thousand certificates and a thousand domains would otherwise be a million comparisons a page.
  const domainsBy = groupBy(domains, ({ gatewayDomainName }) => gatewayDomainName);
  const servingBy = groupBy(gatewayDomains, ({ certificateArn }) => certificateArn ?? '');
  const wanted = filter.search.trim().toLowerCase();
  const listed = certificates
    .map((certificate): ListedCertificate => {
      const validations = describeValidations(certificate.validations, zones, records);
      return {
        ...certificate,
        sentence: certificateStatusSentence(certificate),
        turn: turnOf(certificate.status, validations),
        validations,
        deadline: deadlineOf(certificate),
        uses: (servingBy.get(certificate.arn) ?? [])
          .filter(({ name }) => limit === null || domainsBy.has(name))
          .map(({ name }) => ({ gatewayDomain: name, tenants: tenantsOf(domainsBy.get(name) ?? []) })),
      };
    })
    .filter((certificate) => matches(certificate, wanted));
  const counts: CertificatesPage['counts'] = {};
  for (const { status } of listed) counts[status] = (counts[status] ?? 0) + 1;
  const matching = listed
    .filter(({ status }) => filter.status === null || status === filter.status)
    .sort(pressingFirst);
  const start = (filter.page - 1) * certificatesPageSize;
  return {
    certificates: matching.slice(start, start + certificatesPageSize),
    total: matching.length,
    counts,
    all: certificates.length,
  };
}

function tenantsOf(domains: { tenantSlug: string; tenantName: string }[]): CertificateUse['tenants'] {
  const names = new Map(domains.map((domain) => [domain.tenantSlug, domain.tenantName]));
  return [...names].map(([slug, name]) => ({ slug, name }));
}

function matches(certificate: ListedCertificate, wanted: string): boolean {
  if (!wanted) return true;
  const tenants = certificate.uses.flatMap((use) => use.tenants.flatMap(({ slug, name }) => [slug, name]));
  return [...certificate.names, certificate.arn, ...tenants].some((text) => text.toLowerCase().includes(wanted));
}

function turnOf(status: CertificateStatus, validations: DescribedValidation[]): Actor {
  switch (status) {
    case 'ISSUED':
    case 'INACTIVE':
      return 'nobody';
    case 'PENDING_VALIDATION':
      return (['us', 'tenant'] as const).find((turn) => validations.some((one) => one.turn === turn)) ?? 'aws';
    case 'EXPIRED':
    case 'VALIDATION_TIMED_OUT':
    case 'REVOKED':
    case 'FAILED':
      return 'us';
    default:
      return status satisfies never;
  }
}

function deadlineOf({ status, createdAt }: Certificate): string | null {
  if (status !== 'PENDING_VALIDATION' || createdAt === null) return null;
  return new Date(Date.parse(createdAt) + validationDeadlineMs).toISOString();
}

const order: Record<CertificateStatus, number> = {
  FAILED: 0,
  VALIDATION_TIMED_OUT: 1,
  REVOKED: 2,
  EXPIRED: 3,
  PENDING_VALIDATION: 4,
  ISSUED: 5,
  INACTIVE: 6,
};

function pressingFirst(a: ListedCertificate, b: ListedCertificate): number {
  return (
    order[a.status] - order[b.status] ||
    (a.notAfter ?? '9').localeCompare(b.notAfter ?? '9') ||
    a.domainName.localeCompare(b.domainName) ||
    a.arn.localeCompare(b.arn)
  );
}
