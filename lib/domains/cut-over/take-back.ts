import 'server-only';
import { and, eq, isNull, lte, or } from 'drizzle-orm';
import { audited } from '@/lib/audit/audited';
import { changeResourceRecordSets, type RecordChange } from '@/lib/aws/route-53/change-resource-record-sets';
import { listResourceRecordSets } from '@/lib/aws/route-53/list-resource-record-sets';
import type { Context } from '@/lib/context';
import { domains } from '@/lib/db/schema';
import { forgetBeforeCutOver, readBeforeCutOver } from '@/lib/domains/cut-over/before-records';
import { policyRefusal } from '@/lib/domains/cut-over/routing-policies';
import { loadDomain } from '@/lib/domains/load-domain';
import { sameRecord } from '@/lib/domains/plan-records';
import { wakeReconciler } from '@/lib/domains/wake';
import { ExpectedError } from '@/lib/errors';
import type { RecordSet } from '@/lib/inventory/model';

/**
 * Takes a cut-over in our zone back: the records that stood at the hostname before it stand there again, and the domain is prepared as
 * before. The phase is set first, so that no pass publishes the alias once more; the change of the zone is one batch.
 *
 * @throws ExpectedError `not-found`; `conflict` when there is nothing to go back to, or a pass is at work; AwsError
 */
export async function takeBack(ctx: Context, domainId: string): Promise<{ hostname: string }> {
  const domain = await loadDomain(ctx.db, domainId);
  if (domain === null) throw new ExpectedError('not-found', 'This domain is gone.');
  const { hostname, tenantSlug, zoneId, intent } = domain.wanted;
  const kept = await readBeforeCutOver(ctx.db, domainId);
  if (zoneId === null || kept === null || kept.zoneId !== zoneId || intent === 'absent') {
    throw new ExpectedError('conflict', `There is nothing that ${hostname} could be taken back to.`);
  }
  const here = (await listResourceRecordSets(ctx.aws, zoneId, { name: hostname })).filter(isRouting(hostname));
  const policy = policyRefusal(hostname, here);
  if (policy !== null) throw new ExpectedError('conflict', `Nothing was changed. ${policy}`);
  await backToPrepare(ctx, domainId, hostname);
  const event = {
    resourceId: hostname,
    tenantSlug,
    before: { phase: 'cut-over', records: here },
    after: { phase: 'prepare', records: kept.records },
  };
  await audited(ctx, { action: 'domain.cut-back', ...event }, async () => {
    const changes = changesBack(here, kept.records);
    if (changes.length === 0) return;
    const comment = `Gatehouse: taking back ${hostname} of ${tenantSlug}`;
    const { changeId } = await changeResourceRecordSets(ctx.aws, zoneId, changes, comment);
    // Until the name servers have it the name may lead here still, which is no news.
    await ctx.db.update(domains).set({ pendingChangeId: changeId }).where(eq(domains.id, domainId));
  });
  await forgetBeforeCutOver(ctx.db, domainId);
  const now = ctx.now();
  await ctx.db.update(domains).set({ nextCheckAt: now, fullLookAskedAt: now }).where(eq(domains.id, domainId));
  wakeReconciler();
  return { hostname };
}

/** The status begins anew: what was Live here is not to count as broken while it leads elsewhere. */
async function backToPrepare(ctx: Context, domainId: string, hostname: string): Promise<void> {
  const now = ctx.now();
  const [changed] = await ctx.db
    .update(domains)
    .set({
      phase: 'prepare',
      takeoverConfirmed: false,
      status: null,
      headline: 'Draft',
      actor: 'us',
      headlineSince: now,
      nextCheckAt: now,
      correlationId: ctx.correlationId ?? null,
      updatedAt: now,
    })
    .where(and(eq(domains.id, domainId), or(isNull(domains.leaseUntil), lte(domains.leaseUntil, now))))
    .returning({ id: domains.id });
  if (changed !== undefined) return;
  throw new ExpectedError('conflict', `${hostname} is being checked at this moment, so nothing was changed.`, {
    fix: 'Try again in a few seconds.',
  });
}

const isRouting =
  (hostname: string) =>
  ({ name, type }: RecordSet) =>
    name === hostname && ['A', 'AAAA', 'CNAME'].includes(type);

/** One atomic batch from what is to what was. Pure. */
function changesBack(here: RecordSet[], before: RecordSet[]): RecordChange[] {
  const replaced = (record: RecordSet) => before.some((one) => one.type === record.type);
  return [
    ...here
      .filter((record) => !before.some((one) => sameRecord(one, record)) && !replaced(record))
      .map((record) => ({ action: 'DELETE' as const, record })),
    ...before
      .filter((record) => !here.some((one) => sameRecord(one, record)))
      .map((record) => ({ action: 'UPSERT' as const, record })),
  ];
}
