import 'server-only';
import { eq } from 'drizzle-orm';
import type { Context } from '@/lib/context';
import { domains } from '@/lib/db/schema';
import { ExpectedError } from '@/lib/errors';
import { removeDomain } from '@/lib/offboarding/remove-domain';
import { noDomain } from '@/lib/tenants/find-tenant';
import type { RetirePredecessorInput } from '@/lib/tenants/schemas';

/**
 * Asks for the removal of a domain whose successor is Live. Asking twice is fine.
 *
 * @throws ExpectedError `invalid` when the typed hostname differs, `conflict` while there is no Live successor, `not-found`
 */
export async function retirePredecessor(ctx: Context, input: RetirePredecessorInput): Promise<{ hostname: string }> {
  const [domain] = await ctx.db.select().from(domains).where(eq(domains.id, input.domainId));
  if (domain === undefined) throw noDomain();
  const [successor] =
    domain.successorId === null ? [] : await ctx.db.select().from(domains).where(eq(domains.id, domain.successorId));
  if (successor === undefined || successor.intent === 'absent' || successor.headline !== 'Live') {
    throw new ExpectedError(
      'conflict',
      `Nothing was removed: what takes the place of ${domain.hostname} is not Live.`,
      { fix: 'Wait until it is, so that nobody is left without an answer.' },
    );
  }
  return removeDomain(ctx, input);
}
