import 'server-only';
import { and, eq, inArray, or, sql } from 'drizzle-orm';
import type { TenantLimit } from '@/lib/auth/permissions';
import { auditEvents, offboardings, tenants as tenantRows } from '@/lib/db/schema';
import { withinLimit } from '@/lib/tenants/within-limit';

/** Who reads: their limit, and who they are. */
export interface ReportReader {
  tenants: TenantLimit;
  /** Id of the user. */
  id: string;
}

/**
 * The condition that somebody may see a report: they deal with the tenant, or asked for the removal themselves. Limits to a tenant go with the
 * tenant, so what is gone is seen by those only who deal with all, and by who took it away.
 */
export function maySeeReport({ tenants, id }: ReportReader) {
  const asked = sql`exists (select 1 from ${auditEvents} where ${and(
    inArray(auditEvents.action, ['tenant.removal-requested', 'domain.removal-requested']),
    eq(auditEvents.tenantSlug, offboardings.tenantSlug),
    eq(auditEvents.actorId, id),
    sql`${auditEvents.before}->>'offboardingId' = ${offboardings.id}::text`,
  )})`;
  if (tenants === null) return sql`true`;
  // A slug may be another tenant's by now.
  const theirs = sql`exists (select 1 from ${tenantRows} where ${tenantRows.slug} = ${offboardings.tenantSlug}
    and ${tenantRows.createdAt} <= ${offboardings.requestedAt})`;
  return or(and(withinLimit(offboardings.tenantSlug, tenants), theirs), asked);
}
