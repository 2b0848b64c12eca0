import 'server-only';
import { eq } from 'drizzle-orm';
import { recordEvent } from '@/lib/audit/record-event';
import type { Context } from '@/lib/context';
import type { Db } from '@/lib/db/db';
import { tenants } from '@/lib/db/schema';
import type { Network } from '@/lib/dns/network';
import { wakeReconciler } from '@/lib/domains/wake';
import { ExpectedError } from '@/lib/errors';
import { insertDomain } from '@/lib/tenants/insert-domain';
import { judgeDomain, requireConfirmation } from '@/lib/tenants/judge-domain';
import type { OnboardTenantInput } from '@/lib/tenants/schemas';
import { violatedConstraint } from '@/lib/tenants/unique-violation';

/**
 * Makes a tenant with its first domain and hands it to the reconciler; no AWS call is made here. The same submission
 * twice makes one tenant: its id is the submission's.
 *
 * @throws ExpectedError `invalid` with sentences by form field
 */
export async function onboardTenant(
  ctx: Context,
  input: OnboardTenantInput,
  network?: Network,
): Promise<{ slug: string }> {
  const sent = await findSubmission(ctx.db, input.submissionId);
  if (sent !== null) return sent;
  const { submissionId: id, slug, name } = input;
  const contactEmail = input.contactEmail === '' ? null : input.contactEmail;
  try {
    await requireFreeSlug(ctx.db, slug);
    const { report, wanted } = await judgeDomain(ctx, input, slug, network);
    const { phase = 'cut-over' } = input;
    // Nothing moves before the cut-over, which asks again.
    if (phase === 'cut-over') requireConfirmation(report, input.confirmHostname);
    await ctx.db.transaction(async (tx) => {
      await tx.insert(tenants).values({ id, slug, name, contactEmail, createdAt: ctx.now() });
      await insertDomain(tx, id, wanted, {
        takeoverConfirmed: phase === 'cut-over' && report.needsConfirmation,
        phase,
        now: ctx.now(),
        correlationId: ctx.correlationId,
      });
      const after = { name, contactEmail, domain: wanted, phase };
      await recordEvent({ ...ctx, db: tx }, { action: 'tenant.onboarded', resourceId: slug, tenantSlug: slug, after });
    });
  } catch (error) {
    // The same submission, sent twice at once: what the first one took must not be held against the second.
    const twin = await findSubmission(ctx.db, id);
    if (twin !== null) return twin;
    throw takenBy(violatedConstraint(error), input.kind) ?? error;
  }
  wakeReconciler();
  return { slug };
}

async function findSubmission(db: Db, id: string): Promise<{ slug: string } | null> {
  const [tenant] = await db.select({ slug: tenants.slug }).from(tenants).where(eq(tenants.id, id));
  return tenant ?? null;
}

async function requireFreeSlug(db: Db, slug: string): Promise<void> {
  const [taken] = await db.select({ name: tenants.name }).from(tenants).where(eq(tenants.slug, slug));
  if (taken !== undefined) throw refusal({ slug: `The tenant ${taken.name} has this slug already.` });
}

/** Somebody else was faster: the sentence at the field, as if it had been seen before. */
export function takenBy(constraint: string | null, kind: 'managed' | 'customer'): ExpectedError | null {
  if (constraint === 'tenants_slug_unique') return refusal({ slug: 'Another tenant has just taken this slug.' });
  if (constraint === 'domains_hostname_unique') {
    return refusal({
      [kind === 'managed' ? 'label' : 'hostname']: 'This hostname has just been taken by another tenant.',
    });
  }
  return null;
}

function refusal(fields: Record<string, string>): ExpectedError {
  return new ExpectedError('invalid', 'Nothing was changed: something in the form needs another look.', { fields });
}
