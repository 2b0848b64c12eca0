import 'server-only';
import { eq } from 'drizzle-orm';
import { recordEvent } from '@/lib/audit/record-event';
import type { Context } from '@/lib/context';
import { domains } from '@/lib/db/schema';
import { loadDomain } from '@/lib/domains/load-domain';
import { addEntries } from '@/lib/domains/note-removal';
import { wakeReconciler } from '@/lib/domains/wake';
import { ExpectedError } from '@/lib/errors';
import { noDomain } from '@/lib/tenants/find-tenant';
import { type RemoveDomainInput, typedName } from './schemas';
import { waitsForDns } from './waits-for-dns';

/**
 * Goes on with a removal that waits because the public DNS still leads to the custom domain name: the operator has typed the hostname, and
 * takes the risk that others take it over.
 *
 * @throws ExpectedError `invalid` when the typed hostname differs, `conflict` when it waits for something else, `not-found`
 */
export async function continueRemoval(
  ctx: Context,
  { domainId, confirmHostname }: RemoveDomainInput,
): Promise<{ hostname: string }> {
  const hostname = await ctx.db.transaction(async (tx) => {
    const domain = await loadDomain(tx, domainId);
    if (domain === null) throw noDomain();
    const { wanted, previous, offboardingId } = domain;
    if (typedName(confirmHostname) !== wanted.hostname) {
      throw new ExpectedError('invalid', 'Nothing was changed: the hostname typed differs.', {
        fields: { confirmHostname: `Type ${wanted.hostname} to confirm.` },
      });
    }
    if (domain.danglingConfirmed) return wanted.hostname;
    if (wanted.intent !== 'absent' || !waitsForDns(previous))
      throw new ExpectedError('conflict', `The removal of ${wanted.hostname} does not wait for the DNS.`);
    const now = ctx.now();
    await tx
      .update(domains)
      .set({ danglingConfirmed: true, nextCheckAt: now, updatedAt: now, correlationId: ctx.correlationId ?? null })
      .where(eq(domains.id, domainId));
    const sentence = previous?.steps.find((step) => step.name === 'remove-domain-name')?.sentence ?? '';
    await recordEvent(
      { ...ctx, db: tx },
      {
        action: 'offboarding.continued',
        resourceId: wanted.hostname,
        tenantSlug: wanted.tenantSlug,
        after: { hostname: wanted.hostname, sentence, offboardingId },
      },
    );
    if (offboardingId !== null) {
      const by = `${ctx.actor.name} typed the hostname and went on. ${sentence}`;
      const entry = { step: 'remove-domain-name' as const, result: 'continued' as const, what: '', sentence: by };
      await addEntries(tx, offboardingId, [
        { at: now.toISOString(), hostname: wanted.hostname, ...entry, requestIds: [] },
      ]);
    }
    return wanted.hostname;
  });
  wakeReconciler();
  return { hostname };
}
