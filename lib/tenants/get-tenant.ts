import 'server-only';
import type { AuditSight } from '@/lib/audit/conditions';
import { listAuditEvents } from '@/lib/audit/list-audit-events';
import type { Db } from '@/lib/db/db';
import { toUnicode } from '@/lib/dns/punycode';
import type { Actor, Headline } from '@/lib/domains/model';
import { offerNewCertificate } from '@/lib/domains/offer-new-certificate';
import { ownsCertificate, ownsGatewayDomain } from '@/lib/domains/ownership';
import { readSyncStates } from '@/lib/inventory/read-sync-states';
import { toTenantStatus } from '@/lib/tenants/get-tenant-status';
import { worstHeadline } from '@/lib/tenants/headline-order';
import type { DomainView, TenantView } from '@/lib/tenants/model';
import { readCacheOf, type TenantCache } from '@/lib/tenants/read-cache-of';
import { readTenant, type StoredTenant } from '@/lib/tenants/read-tenant';

const activityLength = 20;

/**
 * Everything a tenant's page shows, or null when there is no such tenant. Its activity as far as `visibleTo` sees the log. Database only, no
 * AWS call.
 */
export async function getTenant(
  db: Db,
  slug: string,
  { now, visibleTo }: { now: Date; visibleTo: AuditSight },
): Promise<TenantView | null> {
  const stored = await readTenant(db, slug);
  if (stored === null) return null;
  const [cache, syncStates, activity] = await Promise.all([
    readCacheOf(db, stored.domains),
    readSyncStates(db),
    listAuditEvents(db, { tenantSlug: slug, limit: activityLength, visibleTo }),
  ]);
  const { tenant } = stored;
  return {
    slug: tenant.slug,
    name: tenant.name,
    contactEmail: tenant.contactEmail,
    adopted: tenant.adopted,
    createdAt: tenant.createdAt.toISOString(),
    removalRequestedAt: tenant.removalRequestedAt?.toISOString() ?? null,
    headline: worstHeadline(stored.domains.map((row) => row.headline as Headline)),
    domains: stored.domains.map((row) => toView(row, tenant.slug, cache, now)),
    activity: activity.entries,
    stale: syncStates.filter((state) => state.failure !== null),
    status: toTenantStatus(stored, now),
  };
}

function toView(row: StoredTenant['domains'][number], tenantSlug: string, cache: TenantCache, now: Date): DomainView {
  const shared = row.gatewayDomainName !== row.hostname;
  const gatewayDomain = cache.gatewayDomains.find((one) => one.name === row.gatewayDomainName) ?? null;
  const certificateArn = row.certificateArn ?? gatewayDomain?.certificateArn ?? null;
  const certificate = cache.certificates.find((one) => one.arn === certificateArn) ?? null;
  const subject = { ...row, wanted: { ...row, tenantSlug } };
  const unicode = toUnicode(row.hostname);
  return {
    id: row.id,
    hostname: row.hostname,
    unicode: unicode === row.hostname ? null : unicode,
    kind: row.kind,
    zoneName: cache.zones.find((zone) => zone.id === row.zoneId)?.name ?? null,
    intent: row.intent,
    offboardingId: row.offboardingId,
    headline: row.headline as Headline,
    actor: row.actor as Actor,
    since: row.headlineSince.toISOString(),
    status: row.status,
    failures: row.failures,
    certificateMode: row.certificateMode,
    certificateArn,
    certificateOurs: certificate === null ? row.certificateOurs : ownsCertificate(subject, certificate),
    certificate,
    newCertificate: offerNewCertificate(
      {
        ...row,
        certificate: row.certificateArn === null ? null : certificate,
        axis: row.status?.axes.certificate.state ?? null,
      },
      now,
    ),
    gatewayDomainName: row.gatewayDomainName,
    gatewayDomainOurs: gatewayDomain === null ? row.gatewayDomainOurs : ownsGatewayDomain(subject, gatewayDomain),
    target: gatewayDomain?.targetName ?? null,
    shared,
    mappings: shared ? cache.mappings.filter((mapping) => mapping.domainName === row.gatewayDomainName) : row.mappings,
  };
}
