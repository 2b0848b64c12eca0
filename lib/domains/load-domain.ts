import 'server-only';
import { asc, eq } from 'drizzle-orm';
import type { Db } from '@/lib/db/db';
import { domainMappings, domains, tenants } from '@/lib/db/schema';
import type { DomainStatus } from '@/lib/domains/model';
import type { Subject } from '@/lib/domains/observed';
import { readInventory } from '@/lib/inventory/read-inventory';

/** A domain as one pass of the reconciler works on it. */
export interface LoadedDomain extends Subject {
  tenant: { id: string; slug: string; name: string };
  previous: DomainStatus | null;
  failures: number;
  certificateAttempt: number;
  /** As it stood when loaded: tells whether somebody asked for a check meanwhile. */
  nextCheckAt: Date | null;
  /** Somebody asked for a check: this pass looks at everything. */
  fullLookAskedAt: Date | null;
  /** The removal that it belongs to, and whose report it fills. */
  offboardingId: string | null;
  /** The click that it is being worked on for. */
  correlationId: string | null;
}

/** Reads a domain with its tenant and wanted mappings; null when it is gone. */
export async function loadDomain(db: Db, id: string): Promise<LoadedDomain | null> {
  const [found] = await db
    .select({
      row: domains,
      tenant: { id: tenants.id, slug: tenants.slug, name: tenants.name },
      leaving: tenants.removalRequestedAt,
    })
    .from(domains)
    .innerJoin(tenants, eq(tenants.id, domains.tenantId))
    .where(eq(domains.id, id));
  if (found === undefined) return null;
  const { row, tenant, leaving } = found;
  const mappings = await db
    .select({ basePath: domainMappings.basePath, restApiId: domainMappings.restApiId, stage: domainMappings.stage })
    .from(domainMappings)
    .where(eq(domainMappings.domainId, id))
    .orderBy(asc(domainMappings.basePath));
  const { hostname, kind, zoneId, certificateMode, certificateArn, gatewayDomainName, intent } = row;
  return {
    id,
    wanted: {
      hostname,
      tenantSlug: tenant.slug,
      kind,
      zoneId,
      certificateMode,
      certificateArn,
      gatewayDomainName,
      mappings,
      intent,
    },
    zoneName: zoneId === null ? null : await zoneNameOf(db, zoneId),
    certificateOurs: row.certificateOurs,
    replacesCertificateArn: row.replacesCertificateArn,
    gatewayDomainOurs: row.gatewayDomainOurs,
    takeoverConfirmed: row.takeoverConfirmed,
    pendingChangeId: row.pendingChangeId,
    tenantLeaves: leaving !== null,
    danglingConfirmed: row.danglingConfirmed,
    offboardingId: row.offboardingId,
    createdAt: row.createdAt,
    tenant,
    previous: row.status,
    failures: row.failures,
    certificateAttempt: row.certificateAttempt,
    nextCheckAt: row.nextCheckAt,
    fullLookAskedAt: row.fullLookAskedAt,
    correlationId: row.correlationId,
  };
}

async function zoneNameOf(db: Db, zoneId: string): Promise<string | null> {
  const zones = await readInventory(db, 'hosted-zone');
  return zones.find((zone) => zone.id === zoneId)?.name ?? null;
}
