import 'server-only';
import { and, asc, eq, isNotNull } from 'drizzle-orm';
import type { TenantLimit } from '@/lib/auth/permissions';
import type { Db } from '@/lib/db/db';
import { domains, tenants } from '@/lib/db/schema';
import type { Actor } from '@/lib/domains/model';
import { groupBy } from '@/lib/group-by';
import type { Certificate, GatewayDomain } from '@/lib/inventory/model';
import { readInventory, readRecordSets } from '@/lib/inventory/read-inventory';
import { listOverviewDomains } from '@/lib/overview/list-overview-domains';
import type { OverviewDomain } from '@/lib/overview/model';
import { withinLimit } from '@/lib/tenants/within-limit';
import { certificateStatusSentence } from './certificate-status-sentence';
import { concerns } from './concerns';
import { type DescribedValidation, describeValidations, validationDeadlineMs } from './describe-validations';
import { wordsOfFailure } from './failure-words';
import { inPlaceOf, isRequestedAgain, requestNumber } from './request-number';
import type { WatchView } from './watch/model';
import { readWatches } from './watch/read-watches';

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
  /** Which request in a row it is, as Gatehouse requests again by itself what ACM gives up; null: not requested here, or for a domain. */
  request: { number: number; inPlaceOf: string[] } | null;
  /** Found by the certificate's ARN in the gateway's domains: `inUseBy` names load balancers of AWS's own accounts. */
  uses: CertificateUse[];
  /** Hostnames of domains that want it, before the gateway presents it for them; sorted. */
  waiting: string[];
  /** The last look at its renewal; null: none yet, or it isn't issued. */
  watch: WatchView | null;
}

/** What tells whom certificates serve. */
export interface Serving {
  gatewayDomains: GatewayDomain[];
  domains: OverviewDomain[];
  limit: TenantLimit;
}

/** The certificates of the cache that somebody may see: who is limited to some tenants, those that concern their domains. */
export async function readCertificates(
  db: Db,
  limit: TenantLimit,
): Promise<{ certificates: Certificate[]; serving: Serving }> {
  const [inventory, gatewayDomains, { domains: served }] = await Promise.all([
    readInventory(db, 'certificate'),
    readInventory(db, 'gateway-domain'),
    listOverviewDomains(db, limit),
  ]);
  const certificates = limit === null ? inventory : inventory.filter(concerns(served, gatewayDomains));
  return { certificates, serving: { gatewayDomains, domains: served, limit } };
}

/** Certificates with all that pages say of them. No AWS call. */
export async function describeCertificates(
  db: Db,
  certificates: readonly Certificate[],
  { gatewayDomains, domains: served, limit }: Serving,
): Promise<ListedCertificate[]> {
  // Zones hold thousands of records, and only those matter that a certificate still waits for.
  const open = certificates.flatMap(({ validations }) => validations.filter(({ status }) => status !== 'SUCCESS'));
  const arns = certificates.map(({ arn }) => arn);
  const [zones, watches, wishes, records] = await Promise.all([
    readInventory(db, 'hosted-zone'),
    readWatches(db, arns.length > 100 ? null : arns),
    readWishes(db, limit),
    readRecordSets(db, [...new Set(open.flatMap(({ record }) => record?.name ?? []))]),
  ]);
  // A thousand certificates and a thousand domains would otherwise be a million comparisons a page.
  const domainsBy = groupBy(served, ({ gatewayDomainName }) => gatewayDomainName);
  const servingBy = groupBy(gatewayDomains, ({ certificateArn }) => certificateArn ?? '');
  const presented = new Map(gatewayDomains.map(({ name, certificateArn }) => [name, certificateArn]));
  return certificates.map((certificate): ListedCertificate => {
    const validations = describeValidations(certificate.validations, zones, records);
    return {
      ...certificate,
      sentence: certificateStatusSentence(certificate),
      turn: turnOf(certificate, validations),
      validations,
      deadline: deadlineOf(certificate),
      request: requestOf(certificate),
      uses: (servingBy.get(certificate.arn) ?? [])
        .filter(({ name }) => limit === null || domainsBy.has(name))
        .map(({ name }) => ({ gatewayDomain: name, tenants: tenantsOf(domainsBy.get(name) ?? []) })),
      waiting: (wishes.get(certificate.arn) ?? [])
        .filter(({ gatewayDomain }) => presented.get(gatewayDomain) !== certificate.arn)
        .map(({ hostname }) => hostname),
      watch: certificate.status === 'ISSUED' ? (watches.get(certificate.arn) ?? null) : null,
    };
  });
}

/** The domains that want a certificate, by its ARN; of the reader's tenants. */
async function readWishes(db: Db, limit: TenantLimit) {
  const rows = await db
    .select({ arn: domains.certificateArn, hostname: domains.hostname, gatewayDomain: domains.gatewayDomainName })
    .from(domains)
    .innerJoin(tenants, eq(tenants.id, domains.tenantId))
    .where(and(isNotNull(domains.certificateArn), eq(domains.intent, 'present'), withinLimit(tenants.slug, limit)))
    .orderBy(asc(domains.hostname));
  return groupBy(rows, ({ arn }) => arn ?? '');
}

function tenantsOf(domains: { tenantSlug: string; tenantName: string }[]): CertificateUse['tenants'] {
  const names = new Map(domains.map((domain) => [domain.tenantSlug, domain.tenantName]));
  return [...names].map(([slug, name]) => ({ slug, name }));
}

function turnOf(certificate: Certificate, validations: DescribedValidation[]): Actor {
  const { status, failureReason } = certificate;
  switch (status) {
    case 'ISSUED':
    case 'INACTIVE':
      return 'nobody';
    case 'PENDING_VALIDATION':
      return (['us', 'tenant'] as const).find((turn) => validations.some((one) => one.turn === turn)) ?? 'aws';
    case 'FAILED':
      return failureReason === null ? 'us' : wordsOfFailure(failureReason).actor;
    case 'VALIDATION_TIMED_OUT':
      return isRequestedAgain(certificate) ? 'nobody' : 'us';
    case 'EXPIRED':
    case 'REVOKED':
      return 'us';
    default:
      return status satisfies never;
  }
}

function requestOf({ tags }: Certificate): ListedCertificate['request'] {
  const number = requestNumber(tags);
  return number === null ? null : { number, inPlaceOf: inPlaceOf(tags) };
}

function deadlineOf({ status, createdAt }: Certificate): string | null {
  if (status !== 'PENDING_VALIDATION' || createdAt === null) return null;
  return new Date(Date.parse(createdAt) + validationDeadlineMs).toISOString();
}
