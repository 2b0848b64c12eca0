import 'server-only';
import { eq, or } from 'drizzle-orm';
import type { TenantLimit } from '@/lib/auth/permissions';
import type { Db } from '@/lib/db/db';
import { domains, tenants } from '@/lib/db/schema';
import type { Headline } from '@/lib/domains/model';
import type { Succession } from '@/lib/tenants/model';

/** What takes a domain's place, and whose place it takes; null where there is no such thing, or where it isn't the reader's. */
export async function readSuccession(db: Db, domainId: string, limit: TenantLimit): Promise<Succession> {
  const [self] = await db.select({ successorId: domains.successorId }).from(domains).where(eq(domains.id, domainId));
  const successorId = self?.successorId ?? null;
  const rows = await db
    .select({ domain: domains, slug: tenants.slug })
    .from(domains)
    .innerJoin(tenants, eq(tenants.id, domains.tenantId))
    .where(or(eq(domains.successorId, domainId), ...(successorId === null ? [] : [eq(domains.id, successorId)])));
  const seen = rows
    .filter(({ slug }) => limit === null || limit.includes(slug))
    .map(({ domain: { id, hostname, headline, intent, successorId: next }, slug }) => ({
      next,
      partner: { id, hostname, tenantSlug: slug, headline: headline as Headline, leaving: intent === 'absent' },
    }));
  return {
    successor: seen.find(({ partner }) => partner.id === successorId)?.partner ?? null,
    predecessor: seen.find(({ next }) => next === domainId)?.partner ?? null,
  };
}
