import 'server-only';
import { and, eq, isNull, sql } from 'drizzle-orm';
import { recordEvent } from '@/lib/audit/record-event';
import { describeCertificate } from '@/lib/aws/acm/describe-certificate';
import { getDomainName } from '@/lib/aws/api-gateway/get-domain-name';
import { certificateCandidate } from '@/lib/certificates/certificate-candidates';
import type { Context } from '@/lib/context';
import { domains } from '@/lib/db/schema';
import { commonNameMaxLength } from '@/lib/dns/hostname';
import { type LoadedDomain, loadDomain } from '@/lib/domains/load-domain';
import { domainTag } from '@/lib/domains/ownership';
import { wakeReconciler } from '@/lib/domains/wake';
import { ExpectedError } from '@/lib/errors';
import type { Certificate } from '@/lib/inventory/model';
import { putItems } from '@/lib/inventory/put-items';

interface Input {
  domainId: string;
  /** ARN of another certificate, or `dedicated`: one for this hostname alone, requested first. */
  certificate: string;
}

type Wish = Pick<typeof domains.$inferInsert, 'certificateArn' | 'certificateMode' | 'certificateOurs'>;

/**
 * Wants another certificate for a domain. The reconciler patches the custom domain name in place, which serves the old certificate
 * until the new one has taken its place; the old one stays in ACM.
 *
 * @throws ExpectedError `not-found`, `conflict`, `invalid` when the certificate does not fit; AwsError
 */
export async function replaceCertificate(ctx: Context, input: Input): Promise<{ hostname: string }> {
  const domain = await loadDomain(ctx.db, input.domainId);
  if (domain === null) throw new ExpectedError('not-found', 'This domain is gone.');
  const { wanted } = domain;
  const { hostname } = wanted;
  refuseUnfit(domain);
  // What the gateway serves now is the truth, whatever the row says.
  const standing = await getDomainName(ctx.aws, wanted.gatewayDomainName);
  const served = standing?.certificateArn ?? null;
  const wish = input.certificate === 'dedicated' ? dedicated(domain) : await existing(ctx, domain, input.certificate);
  if (wish.certificateArn !== null && wish.certificateArn === wanted.certificateArn && served === wish.certificateArn)
    throw new ExpectedError('conflict', `${hostname} has this certificate already.`);
  const before = { certificateArn: wanted.certificateArn, certificateMode: wanted.certificateMode };
  const now = ctx.now();
  if (served !== null) await rememberServed(ctx, served);
  await ctx.db.transaction(async (tx) => {
    const same =
      wanted.certificateArn === null
        ? isNull(domains.certificateArn)
        : eq(domains.certificateArn, wanted.certificateArn);
    const [changed] = await tx
      .update(domains)
      .set({
        ...wish,
        replacesCertificateArn: served !== null && served !== wish.certificateArn ? served : null,
        // Another token than that of any request before.
        ...(wish.certificateArn === null ? { certificateAttempt: sql`${domains.certificateAttempt} + 1` } : {}),
        nextCheckAt: now,
        fullLookAskedAt: now,
        correlationId: ctx.correlationId ?? null,
        updatedAt: now,
      })
      .where(and(eq(domains.id, domain.id), same))
      .returning({ id: domains.id });
    if (changed === undefined) {
      throw new ExpectedError('conflict', `The certificate of ${hostname} has just been changed by somebody else.`, {
        fix: 'Look at the page again.',
      });
    }
    await recordEvent(
      { ...ctx, db: tx },
      {
        action: 'certificate.replaced',
        resourceId: hostname,
        tenantSlug: wanted.tenantSlug,
        before: { ...before, served },
        after: { certificateArn: wish.certificateArn, certificateMode: wish.certificateMode },
      },
    );
  });
  wakeReconciler();
  return { hostname };
}

function refuseUnfit({ wanted: { hostname, gatewayDomainName, intent } }: LoadedDomain): void {
  if (intent === 'absent') throw new ExpectedError('conflict', `${hostname} is being removed.`);
  if (gatewayDomainName !== hostname) {
    throw new ExpectedError(
      'conflict',
      `${hostname} is served through ${gatewayDomainName}, whose certificate serves others too.`,
      { fix: 'Give the hostname a custom domain name of its own, or change the certificate of the wildcard in AWS.' },
    );
  }
}

function dedicated({ wanted: { hostname, certificateMode, certificateArn } }: LoadedDomain): Wish {
  if (certificateMode === 'dedicated' && certificateArn === null)
    throw new ExpectedError('conflict', `A certificate for ${hostname} alone is being requested already.`);
  if (hostname.length > commonNameMaxLength) {
    throw new ExpectedError(
      'invalid',
      `${hostname} has more than ${commonNameMaxLength} characters, too many for a certificate of its own.`,
    );
  }
  return { certificateMode: 'dedicated', certificateArn: null, certificateOurs: false };
}

async function existing(ctx: Context, domain: LoadedDomain, arn: string): Promise<Wish> {
  const certificate = await describeCertificate(ctx.aws, arn);
  if (certificate === null) throw new ExpectedError('not-found', 'ACM does not have this certificate any more.');
  const { usable, reason } = certificateCandidate(certificate, { hostname: domain.wanted.hostname, now: ctx.now() });
  if (!usable) throw new ExpectedError('invalid', reason, { fields: { certificate: reason } });
  await putItems(ctx.db, 'certificate', [certificate], ctx.now());
  const own = isOwn(certificate, domain);
  return { certificateMode: own ? 'dedicated' : 'existing', certificateArn: arn, certificateOurs: own };
}

/** Requested for this domain alone, here, at some time before. */
function isOwn({ tags, names, type }: Certificate, { id, wanted }: LoadedDomain): boolean {
  return tags[domainTag] === id && type === 'AMAZON_ISSUED' && names.join() === wanted.hostname;
}

/** Whether the served certificate is sound decides over the headline while it is replaced. */
async function rememberServed(ctx: Context, arn: string): Promise<void> {
  const certificate = await describeCertificate(ctx.aws, arn);
  if (certificate !== null) await putItems(ctx.db, 'certificate', [certificate], ctx.now());
}
