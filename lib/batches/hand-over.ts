import 'server-only';
import { eq } from 'drizzle-orm';
import type { Context } from '@/lib/context';
import { domains, tenants } from '@/lib/db/schema';
import type { Network } from '@/lib/dns/network';
import { ExpectedError } from '@/lib/errors';
import { addDomain } from '@/lib/tenants/add-domain';
import { onboardTenant } from '@/lib/tenants/onboard-tenant';
import type { Row } from './read-rows';
import { submissionIdOf } from './submission-id';
import { type BatchDefaults, toOnboarding } from './to-onboarding';

/**
 * Onboards the tenant of a row, or gives a tenant who is here by now the row's domain, on behalf of `ctx.actor`. May be repeated: a row makes
 * one domain. Where its domain was removed since and its tenant stayed, the tenant gets it anew.
 *
 * @returns the domain's id
 * @throws ExpectedError when it can't be onboarded any more
 */
export async function handOver(
  ctx: Context,
  row: Pick<Row, 'batchId' | 'line' | 'input' | 'tenantSlug' | 'hostname'>,
  defaults: BatchDefaults,
  network?: Network,
): Promise<string> {
  const id = submissionIdOf(row.batchId, row.line);
  const input = { ...toOnboarding(row.input, defaults, id), slug: row.tenantSlug };
  const [tenant] = await ctx.db.select().from(tenants).where(eq(tenants.slug, row.tenantSlug));
  if (tenant === undefined) await onboardTenant(ctx, trimmed(input), network);
  // A tenant that this row has made has its domain by now, unless somebody removed it.
  else if (tenant.id !== id || (await domainOf(ctx, row.hostname)) === undefined) {
    if (tenant.id !== id) requireSameName(tenant.name, row.input.name);
    await addDomain(ctx, input, network);
  }
  const domain = await domainOf(ctx, row.hostname);
  if (domain === undefined) throw new ExpectedError('not-found', 'Its domain was removed meanwhile.');
  if (domain.intent === 'absent')
    throw new ExpectedError('conflict', `${row.hostname} is being removed.`, { fix: 'Try again once it is gone.' });
  return domain.id;
}

async function domainOf(ctx: Context, hostname: string) {
  const [domain] = await ctx.db
    .select({ id: domains.id, intent: domains.intent })
    .from(domains)
    .where(eq(domains.hostname, hostname));
  return domain;
}

/** The form's schema does that for the form. */
function trimmed(input: ReturnType<typeof toOnboarding>): ReturnType<typeof toOnboarding> {
  return { ...input, name: input.name.trim(), contactEmail: input.contactEmail.trim() };
}

function requireSameName(theirs: string, written: string): void {
  if (theirs.trim().toLowerCase() === written.trim().toLowerCase()) return;
  throw new ExpectedError('conflict', `The tenant ${theirs} has this slug by now.`);
}

/** The sentences for a row that was refused. */
export function refusalOf(error: ExpectedError): string {
  const sentences = Object.values(error.options.fields ?? {});
  return sentences.length > 0 ? sentences.join(' ') : [error.message, error.options.fix].filter(Boolean).join(' ');
}
