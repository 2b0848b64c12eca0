import 'server-only';
import { and, eq } from 'drizzle-orm';
import { recordEvent } from '@/lib/audit/record-event';
import type { Context } from '@/lib/context';
import { domains } from '@/lib/db/schema';
import { wakeReconciler } from '@/lib/domains/wake';
import { ExpectedError } from '@/lib/errors';
import { findShareLink } from '@/lib/share/find-link';
import { takeCheck } from '@/lib/share/limits';

/**
 * Makes the reconciler look at a domain of a link's tenant now, and at everything; not more often than every ten seconds.
 *
 * @throws ExpectedError `not-found` for a link that is worth nothing, and for others' domains; `limit`
 */
export async function askForCheck(
  ctx: Context,
  { token, domainId }: { token: string; domainId: string },
): Promise<{ hostname: string }> {
  const now = ctx.now();
  const link = await findShareLink(ctx.db, token, now);
  if (link === null) throw new ExpectedError('not-found', 'This link no longer works.');
  const mine = and(eq(domains.id, domainId), eq(domains.tenantId, link.tenant.id));
  const [domain] = await ctx.db.select({ hostname: domains.hostname }).from(domains).where(mine);
  if (domain === undefined) throw new ExpectedError('not-found', 'This domain is gone.');
  const waitMs = await takeCheck(ctx.db, { linkId: link.id, domainId });
  if (waitMs > 0) {
    const seconds = Math.ceil(waitMs / 1000);
    const wait = seconds < 120 ? `${seconds} s` : `${Math.ceil(seconds / 60)} minutes`;
    throw new ExpectedError('limit', `It was checked a moment ago. Try again in ${wait}.`);
  }
  const { hostname } = domain;
  await ctx.db.transaction(async (tx) => {
    await tx.update(domains).set({ nextCheckAt: now, fullLookAskedAt: now }).where(mine);
    const event = { resourceId: hostname, tenantSlug: link.tenant.slug, after: { link: link.id } };
    await recordEvent({ ...ctx, db: tx }, { action: 'share-link.check-asked', ...event });
  });
  wakeReconciler();
  return { hostname };
}
