import 'server-only';
import { and, asc, eq } from 'drizzle-orm';
import type { TenantLimit } from '@/lib/auth/permissions';
import type { Db } from '@/lib/db/db';
import { domains, tenants } from '@/lib/db/schema';
import { withinLimit } from '@/lib/tenants/within-limit';
import { type CertificateCandidate, certificateCandidate } from './certificate-candidates';
import { certificateId } from './certificate-id';
import { describeCertificates, type ListedCertificate, readCertificates } from './listed-certificates';
import { recordsOf } from './watch/judge-certificate';

/** One of our domains, and whether the certificate fits it. */
export interface CertificateFit extends Pick<CertificateCandidate, 'covers' | 'usable' | 'reason' | 'warnings'> {
  domainId: string;
  hostname: string;
  tenantSlug: string;
  tenantName: string;
  /** `uses`: the gateway presents it for the domain; `waits`: the domain wants it, and it is not presented yet. */
  relation: 'uses' | 'waits' | 'none';
  /** Served through a wildcard custom domain name, whose certificate is not the domain's to choose. */
  through: string | null;
}

/** Everything the page of one certificate shows. */
export interface CertificateView extends ListedCertificate {
  /** Covered ones first, then by hostname. */
  fits: CertificateFit[];
  /** First names of other certificates that rely on the same validation records. */
  sharesRecordsWith: string[];
}

const order: Record<CertificateFit['relation'], number> = { uses: 0, waits: 1, none: 2 };

/**
 * One certificate by the last part of its ARN; null where there is none, or none that concerns the reader's tenants. No AWS call.
 */
export async function getCertificate(
  db: Db,
  id: string,
  { now, limit }: { now: Date; limit: TenantLimit },
): Promise<CertificateView | null> {
  const { certificates, serving } = await readCertificates(db, limit);
  const certificate = certificates.find(({ arn }) => certificateId(arn) === id);
  if (certificate === undefined) return null;
  const [listed] = await describeCertificates(db, [certificate], serving);
  if (listed === undefined) return null;
  const presented = new Set(listed.uses.map(({ gatewayDomain }) => gatewayDomain));
  const rows = await db
    .select({
      domainId: domains.id,
      hostname: domains.hostname,
      certificateArn: domains.certificateArn,
      gatewayDomainName: domains.gatewayDomainName,
      tenantSlug: tenants.slug,
      tenantName: tenants.name,
    })
    .from(domains)
    .innerJoin(tenants, eq(tenants.id, domains.tenantId))
    .where(and(eq(domains.intent, 'present'), withinLimit(tenants.slug, limit)))
    .orderBy(asc(domains.hostname));
  const fits = rows.map(({ certificateArn, gatewayDomainName, ...row }): CertificateFit => {
    const { covers, usable, reason, warnings } = certificateCandidate(certificate, { hostname: row.hostname, now });
    const wanted = certificateArn === certificate.arn;
    const relation = presented.has(gatewayDomainName) ? 'uses' : wanted ? 'waits' : 'none';
    const through = gatewayDomainName === row.hostname ? null : gatewayDomainName;
    return { ...row, covers, usable, reason, warnings, relation, through };
  });
  const names = new Set(recordsOf(certificate).map(({ name }) => name));
  const sharing = certificates.filter(
    (one) => one.arn !== certificate.arn && recordsOf(one).some(({ name }) => names.has(name)),
  );
  return {
    ...listed,
    fits: fits.sort((a, b) => order[a.relation] - order[b.relation] || Number(b.covers) - Number(a.covers)),
    sharesRecordsWith: [...new Set(sharing.map(({ domainName }) => domainName))],
  };
}
