import 'server-only';
import { createHash } from 'node:crypto';
import { eq, inArray, max } from 'drizzle-orm';
import type { Db } from '@/lib/db/db';
import { auditEvents, domainMappings, domains, tenants } from '@/lib/db/schema';

type Tenant = typeof tenants.$inferSelect;
type Domain = typeof domains.$inferSelect;
type Mapping = typeof domainMappings.$inferSelect;

export interface StoredTenant {
  tenant: Tenant;
  /** By hostname. */
  domains: (Domain & { mappings: Mapping[] })[];
  /** Changes whenever something that the tenant's page shows has changed; times of checks do not count. */
  version: string;
}

/** A tenant with its domains and wanted mappings, or null. Database only. */
export async function readTenant(db: Db, slug: string): Promise<StoredTenant | null> {
  const [tenant] = await db.select().from(tenants).where(eq(tenants.slug, slug));
  if (tenant === undefined) return null;
  const [rows, [lastEvent]] = await Promise.all([
    db.select().from(domains).where(eq(domains.tenantId, tenant.id)).orderBy(domains.hostname),
    db
      .select({ id: max(auditEvents.id) })
      .from(auditEvents)
      .where(eq(auditEvents.tenantSlug, slug)),
  ]);
  const mappings =
    rows.length === 0
      ? []
      : await readMappings(
          db,
          rows.map((row) => row.id),
        );
  const full = rows.map((row) => ({ ...row, mappings: mappings.filter((mapping) => mapping.domainId === row.id) }));
  return { tenant, domains: full, version: versionOf(tenant, full, lastEvent?.id ?? 0) };
}

function readMappings(db: Db, ids: string[]): Promise<Mapping[]> {
  return db.select().from(domainMappings).where(inArray(domainMappings.domainId, ids)).orderBy(domainMappings.basePath);
}

function versionOf(tenant: Tenant, rows: (Domain & { mappings: Mapping[] })[], lastEventId: number): string {
  const shown = rows.map((row) => {
    const status =
      row.status === null
        ? null
        : {
            ...row.status,
            checkedAt: null,
            watch: row.status.watch?.failing ?? null,
            proof: row.status.proof && { ...row.status.proof, at: null },
            rehearsal: row.status.rehearsal && { ...row.status.rehearsal, at: null },
          };
    return [
      row.id,
      row.hostname,
      row.intent,
      row.phase,
      row.certificateArn,
      row.gatewayDomainName,
      row.mappings,
      status,
    ];
  });
  const text = JSON.stringify([tenant.name, tenant.contactEmail, tenant.removalRequestedAt, shown, lastEventId]);
  return createHash('sha256').update(text).digest('base64url').slice(0, 16);
}
