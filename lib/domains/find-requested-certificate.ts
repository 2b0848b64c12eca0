import 'server-only';
import { and, eq, gte } from 'drizzle-orm';
import { findCertificates } from '@/lib/aws/acm/find-certificates';
import type { Context } from '@/lib/context';
import { auditEvents } from '@/lib/db/schema';
import type { LoadedDomain } from '@/lib/domains/load-domain';
import { domainTag } from '@/lib/domains/ownership';
import type { Certificate } from '@/lib/inventory/model';

/**
 * The certificate that was requested for a domain whose row does not know it, because the process ended in between. The
 * audit log tells whether one was ever requested; only then those of its name are searched for the domain's tag.
 *
 * @throws AwsError
 */
export async function findRequestedCertificate(ctx: Context, domain: LoadedDomain): Promise<Certificate | null> {
  const [requested] = await ctx.db
    .select({ id: auditEvents.id })
    .from(auditEvents)
    .where(
      and(
        eq(auditEvents.action, 'domain.certificate-requested'),
        eq(auditEvents.resourceId, domain.wanted.hostname),
        gte(auditEvents.at, domain.createdAt),
      ),
    )
    .limit(1);
  if (requested === undefined) return null;
  const all = await findCertificates(ctx.aws, [domain.wanted.hostname]);
  const usable = ['PENDING_VALIDATION', 'ISSUED'];
  const ours = all.filter((one) => one.tags[domainTag] === domain.id && one.arn !== domain.replacesCertificateArn);
  return ours.find((one) => usable.includes(one.status)) ?? null;
}
