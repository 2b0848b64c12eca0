import 'server-only';
import { and, desc, eq, isNull } from 'drizzle-orm';
import { recordEvent } from '@/lib/audit/record-event';
import { getApiKeys } from '@/lib/aws/api-gateway/get-api-keys';
import type { Context } from '@/lib/context';
import type { Db } from '@/lib/db/db';
import { domains, offboardings, tenants } from '@/lib/db/schema';
import { forgotten } from '@/lib/domains/forget-domain';
import { addEntries } from '@/lib/domains/note-removal';
import { tenantTag } from '@/lib/domains/ownership';
import { stopUsage } from '@/lib/domains/stop-usage';
import { wakeReconciler } from '@/lib/domains/wake';
import { ExpectedError } from '@/lib/errors';
import { beginOffboarding } from '@/lib/offboarding/begin-offboarding';
import { findTenant } from '@/lib/tenants/find-tenant';
import type { RemoveTenantInput } from '@/lib/tenants/schemas';

/**
 * Asks for a tenant to be removed. The reconciler takes its domains down in the safe order and then deletes the row; a
 * tenant without domains goes at once, after its API keys are disabled. Asking twice is fine.
 *
 * @returns the id of the report, null only where the removal was asked for before there were reports
 * @throws ExpectedError `invalid` when the typed slug differs, `not-found`; AwsError
 */
export async function removeTenant(
  ctx: Context,
  input: RemoveTenantInput,
): Promise<{ gone: boolean; offboardingId: string | null }> {
  const { slug, confirmSlug } = input;
  if (confirmSlug !== slug) {
    throw new ExpectedError('invalid', 'Nothing was removed: the slug typed differs.', {
      fields: { confirmSlug: `Type ${slug} to confirm.` },
    });
  }
  const disabled = await stopUsageWithoutDomains(ctx, slug);
  const done = await ctx.db.transaction(async (tx) => {
    // No domain comes or goes meanwhile.
    await tx.select({ id: tenants.id }).from(tenants).where(eq(tenants.slug, slug)).for('update');
    const tenant = await findTenant(tx, slug);
    if (tenant.removalRequestedAt !== null) return { gone: false, offboardingId: await openReport(tx, slug) };
    const inside = { ...ctx, db: tx };
    const rows = await tx.select({ id: domains.id }).from(domains).where(eq(domains.tenantId, tenant.id));
    const domainIds = rows.map((row) => row.id);
    const { offboardingId, hostnames } = await beginOffboarding(inside, tenant, { hostname: null, domainIds });
    const { name, contactEmail } = tenant;
    const before = { name, contactEmail, hostnames, offboardingId };
    const event = { resourceId: slug, tenantSlug: slug, before };
    await recordEvent(inside, { action: 'tenant.removal-requested', ...event });
    if (rows.length > 0) {
      await tx.update(tenants).set({ removalRequestedAt: ctx.now() }).where(eq(tenants.id, tenant.id));
      return { gone: false, offboardingId };
    }
    const at = ctx.now().toISOString();
    await addEntries(
      tx,
      offboardingId,
      disabled.map((what) => ({
        at,
        hostname: null,
        step: 'stop-usage',
        result: 'verified-gone',
        what,
        sentence: what === '' ? `No API key carries the tag of ${slug}.` : 'Disabled.',
        requestIds: [],
      })),
    );
    await tx.delete(tenants).where(eq(tenants.id, tenant.id));
    await forgotten(inside, tenant);
    return { gone: true, offboardingId };
  });
  wakeReconciler();
  return done;
}

/**
 * With domains that is the reconciler's first step. Without any there is no pass, so it happens here, before anything is written.
 *
 * @returns the keys that are disabled now; an empty text when there are none
 */
async function stopUsageWithoutDomains(ctx: Context, slug: string): Promise<string[]> {
  const tenant = await findTenant(ctx.db, slug);
  if ((await ctx.db.$count(domains, eq(domains.tenantId, tenant.id))) > 0) return [];
  const read = async () => (await getApiKeys(ctx.aws)).filter((key) => key.tags[tenantTag] === slug);
  await stopUsage(ctx, slug, await read());
  const left = await read();
  const still = left.find((key) => key.enabled);
  if (still !== undefined) throw new ExpectedError('conflict', `The API key ${still.id} of ${slug} is still enabled.`);
  return left.length === 0 ? [''] : left.map(({ id, name }) => `API key ${name === null ? id : `${name} (${id})`}`);
}

async function openReport(db: Db, slug: string): Promise<string | null> {
  const [row] = await db
    .select({ id: offboardings.id })
    .from(offboardings)
    .where(and(eq(offboardings.tenantSlug, slug), isNull(offboardings.hostname)))
    .orderBy(desc(offboardings.requestedAt))
    .limit(1);
  return row?.id ?? null;
}
