import 'server-only';
import { asc, eq } from 'drizzle-orm';
import { risks } from '@/lib/certificates/watch/judge-certificate';
import type { Db } from '@/lib/db/db';
import { certificateWatches, domainMappings, domains, tenants } from '@/lib/db/schema';
import { countTimedOut } from '@/lib/domains/count-timed-out';
import { wasLive } from '@/lib/domains/decide/view';
import type { DomainStatus } from '@/lib/domains/model';
import type { Subject } from '@/lib/domains/observed';
import { readServing, servedBy } from '@/lib/domains/served-by';
import { readCertificate, readInventory } from '@/lib/inventory/read-inventory';

/** A domain as one pass of the reconciler works on it. */
export interface LoadedDomain extends Subject {
  tenant: { id: string; slug: string; name: string; contactEmail: string | null };
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
      tenant: { id: tenants.id, slug: tenants.slug, name: tenants.name, contactEmail: tenants.contactEmail },
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
    edge: row.edgeName === null || row.edgeZoneId === null ? null : { name: row.edgeName, zoneId: row.edgeZoneId },
    phase: row.phase,
    certificateOurs: row.certificateOurs,
    replacesCertificateArn: row.replacesCertificateArn,
    replacedCertificate:
      row.replacesCertificateArn === null ? null : await readCertificate(db, row.replacesCertificateArn),
    certificateRisks: certificateArn === null ? [] : await readRisks(db, certificateArn),
    timedOutRequests: await countTimedOut(db, row),
    gatewayDomainOurs: row.gatewayDomainOurs,
    takeoverConfirmed: row.takeoverConfirmed,
    pendingChangeId: row.pendingChangeId,
    servedBy: wasLive(row.status) ? servedBy(row, await readServing(db, gatewayDomainName)) : null,
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

async function readRisks(db: Db, arn: string) {
  const [watch] = await db
    .select({ report: certificateWatches.report })
    .from(certificateWatches)
    .where(eq(certificateWatches.arn, arn));
  return risks(watch?.report.concerns ?? []);
}

async function zoneNameOf(db: Db, zoneId: string): Promise<string | null> {
  const zones = await readInventory(db, 'hosted-zone');
  return zones.find((zone) => zone.id === zoneId)?.name ?? null;
}
