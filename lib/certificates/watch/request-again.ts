import 'server-only';
import { createHash } from 'node:crypto';
import { and, desc, eq, isNull, sql } from 'drizzle-orm';
import { audited } from '@/lib/audit/audited';
import { recordEvent } from '@/lib/audit/record-event';
import { deleteCertificate } from '@/lib/aws/acm/delete-certificate';
import { describeCertificate } from '@/lib/aws/acm/describe-certificate';
import { findCertificates } from '@/lib/aws/acm/find-certificates';
import { requestCertificate } from '@/lib/aws/acm/request-certificate';
import { certificateId } from '@/lib/certificates/certificate-id';
import { inPlaceOf, isRequestedAgain, requestNumber } from '@/lib/certificates/request-number';
import type { Context } from '@/lib/context';
import { auditEvents, domains, inventory, tenants } from '@/lib/db/schema';
import { inPlaceOfTag, requestTag, tenantTag } from '@/lib/domains/ownership';
import { wakeReconciler } from '@/lib/domains/wake';
import { type Certificate, requestableKeyAlgorithms } from '@/lib/inventory/model';
import { putItems } from '@/lib/inventory/put-items';

/**
 * Requests a certificate of no domain again that ACM has given up: the same names, key and tags, as the next in its row. Domains that waited for the old
 * one wait for the new one, and the old one is deleted, for ACM never comes back to it. Each part may be done already by a process that ended in between.
 *
 * @param arn of the certificate as the cache has it, up to a minute old
 * @returns the ARN of the one in its place; null where there is nothing to request: gone, not given up, or its tenant has left
 * @throws AwsError
 */
export async function requestAgain(ctx: Context, arn: string): Promise<string | null> {
  const before = await describeCertificate(ctx.aws, arn);
  if (before === null) await forget(ctx, arn);
  if (before === null || !isRequestedAgain(before) || !(await isWanted(ctx, before))) return null;
  const next = (await findRequested(ctx, before)) ?? (await ask(ctx, before));
  const certificate = await describeCertificate(ctx.aws, next);
  if (certificate !== null) await putItems(ctx.db, 'certificate', [certificate], ctx.now());
  await follow(ctx, before, next);
  await audited(ctx, { ...about(before), action: 'certificate.deleted', before }, () =>
    deleteCertificate(ctx.aws, arn),
  );
  await forget(ctx, arn);
  return next;
}

const about = ({ domainName, tags }: Certificate) => ({ resourceId: domainName, tenantSlug: tags[tenantTag] || null });

/** Not for a tenant that has left, and not for a domain that has it for its own: its pass requests by itself. */
async function isWanted({ db }: Context, { arn, tags }: Certificate): Promise<boolean> {
  const own = and(eq(domains.certificateArn, arn), eq(domains.certificateMode, 'dedicated'));
  const [domain] = await db.select({ id: domains.id }).from(domains).where(own).limit(1);
  if (domain !== undefined) return false;
  const slug = tags[tenantTag] ?? '';
  if (slug === '') return true;
  const here = and(eq(tenants.slug, slug), isNull(tenants.removalRequestedAt));
  const [tenant] = await db.select({ id: tenants.id }).from(tenants).where(here).limit(1);
  return tenant !== undefined;
}

/**
 * What an earlier run got from ACM. The audit log has its ARN; where that run ended before the answer was noted, the tag tells, and until ACM lists it,
 * the same token gives the same one (for an hour).
 */
async function findRequested({ db, aws }: Context, { arn, domainName }: Certificate): Promise<string | null> {
  const [row] = await db
    .select({ after: auditEvents.after, result: auditEvents.result })
    .from(auditEvents)
    .where(
      and(
        eq(auditEvents.action, 'certificate.requested-again'),
        eq(auditEvents.resourceId, domainName),
        sql`${auditEvents.before} ->> 'certificateArn' = ${arn}`,
      ),
    )
    .orderBy(desc(auditEvents.id))
    .limit(1);
  if (row === undefined) return null;
  const noted = (row.after as { certificateArn?: string } | null)?.certificateArn;
  if (noted !== undefined) return noted;
  const all = await findCertificates(aws, [domainName.replace(/^\*\./, '')]);
  return all.find(({ tags }) => inPlaceOf(tags).at(-1) === certificateId(arn))?.arn ?? null;
}

function ask(ctx: Context, before: Certificate): Promise<string> {
  const { arn, domainName, names, status } = before;
  const request = (requestNumber(before.tags) ?? 1) + 1;
  const kept = Object.entries(before.tags).filter(([key]) => !key.startsWith('aws:'));
  const row = [...inPlaceOf(before.tags), certificateId(arn)];
  const tags = { ...Object.fromEntries(kept), [requestTag]: String(request), [inPlaceOfTag]: row.join(' ') };
  const keyAlgorithm = requestableKeyAlgorithms.find((one) => one === before.keyAlgorithm);
  const after = { names, keyAlgorithm, tags };
  return audited(
    ctx,
    { ...about(before), action: 'certificate.requested-again', before: { certificateArn: arn, status }, after },
    () =>
      requestCertificate(ctx.aws, {
        domainName,
        alternativeNames: names.filter((name) => name !== domainName),
        keyAlgorithm,
        // One for each certificate given up.
        idempotencyToken: createHash('sha256').update(`again/${arn}`).digest('hex').slice(0, 32),
        tags,
      }),
    { after: (certificateArn) => ({ ...after, certificateArn }) },
  );
}

/** Domains that chose the old one want what takes its place. */
async function follow(ctx: Context, { arn, status }: Certificate, next: string): Promise<void> {
  const now = ctx.now();
  await ctx.db.transaction(async (tx) => {
    const waiting = await tx
      .update(domains)
      .set({ certificateArn: next, nextCheckAt: now, fullLookAskedAt: now, updatedAt: now })
      .where(eq(domains.certificateArn, arn))
      .returning({ hostname: domains.hostname, tenantId: domains.tenantId });
    for (const { hostname, tenantId } of waiting) {
      const [tenant] = await tx.select({ slug: tenants.slug }).from(tenants).where(eq(tenants.id, tenantId));
      await recordEvent(
        { ...ctx, db: tx },
        {
          action: 'certificate.replaced',
          resourceId: hostname,
          tenantSlug: tenant?.slug ?? null,
          before: { certificateArn: arn, certificateMode: 'existing', status },
          after: { certificateArn: next, certificateMode: 'existing' },
        },
      );
    }
  });
  wakeReconciler();
}

async function forget({ db }: Context, arn: string): Promise<void> {
  await db.delete(inventory).where(and(eq(inventory.kind, 'certificate'), eq(inventory.key, arn)));
}
