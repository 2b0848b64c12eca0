import 'server-only';
import { and, eq, ne } from 'drizzle-orm';
import { findCertificates } from '@/lib/aws/acm/find-certificates';
import type { Context } from '@/lib/context';
import { domains } from '@/lib/db/schema';
import type { LoadedDomain } from '@/lib/domains/load-domain';
import { look } from '@/lib/domains/observe/look';
import type { Known, Observed } from '@/lib/domains/observed';
import { ownValidationRecords } from '@/lib/domains/plan-removal';
import type { Certificate } from '@/lib/inventory/model';

const over: Certificate['status'][] = ['FAILED', 'VALIDATION_TIMED_OUT', 'REVOKED', 'EXPIRED'];

/**
 * Who else relies on a certificate that is to go, and on its validation record: apex and wildcard share one, and so do
 * later certificates for the name (facts 2.4). Certificates of other regions can't be seen from here. The record outlives
 * its certificate, so it is asked about after that is gone, too.
 */
export function observeCertificateSharedBy(
  ctx: Context,
  subject: LoadedDomain,
  observed: Observed,
): Promise<Known<{ certificate: string | null; validation: string | null }>> {
  return look(ctx.now(), async () => {
    const arn = (observed.certificate.known ? observed.certificate.value?.arn : null) ?? subject.wanted.certificateArn;
    const [other] =
      arn === null
        ? []
        : await ctx.db
            .select({ hostname: domains.hostname })
            .from(domains)
            .where(and(eq(domains.certificateArn, arn), ne(domains.id, subject.id)))
            .limit(1);
    const names = ownValidationRecords(observed, subject.previous).map((record) => record.name);
    // ACM's record stands one label below the name that it proves.
    const proven = names.map((name) => name.slice(name.indexOf('.') + 1));
    const user =
      names.length === 0 ? undefined : (await findCertificates(ctx.aws, proven)).find((one) => relies(one, arn, names));
    return {
      certificate: other === undefined ? null : `${other.hostname} uses it, too.`,
      validation:
        user === undefined ? null : `the certificate for ${user.names.slice(0, 3).join(', ')} relies on it, too.`,
    };
  });
}

function relies(one: Certificate, leaving: string | null, names: string[]): boolean {
  if (one.arn === leaving || over.includes(one.status)) return false;
  return one.validations.some(({ record }) => record !== null && names.includes(record.name));
}
