import 'server-only';
import { eq, sql } from 'drizzle-orm';
import { recordEvent } from '@/lib/audit/record-event';
import type { Context } from '@/lib/context';
import { domains } from '@/lib/db/schema';
import type { Decision } from '@/lib/domains/decide';
import { recordHistory } from '@/lib/domains/history/record-history';
import type { LoadedDomain } from '@/lib/domains/load-domain';
import type { Observed } from '@/lib/domains/observed';

/** Writes a decision into the domain's row, with the audit event when the headline changes, all or nothing. */
export async function recordStatus(
  ctx: Context,
  domain: LoadedDomain,
  observed: Observed,
  { status, action, nextCheckAt }: Decision,
): Promise<void> {
  const now = ctx.now();
  const failing = status.watch?.failing ?? null;
  const inSync = observed.pendingChange.known && observed.pendingChange.value === 'INSYNC';
  await ctx.db.transaction(async (tx) => {
    await tx
      .update(domains)
      .set({
        status,
        headline: status.headline,
        actor: status.actor,
        headlineSince: new Date(status.since),
        nextCheckAt: keepEarlierRequest(domain.nextCheckAt, nextCheckAt),
        // Before a step nothing is known of how it goes.
        ...(action === null ? { failures: status.trouble === null ? 0 : domain.failures + 1 } : {}),
        // Only the change that was asked about: a step may have made another one meanwhile.
        ...(inSync ? { pendingChangeId: sql`nullif(${domains.pendingChangeId}, ${domain.pendingChangeId})` } : {}),
        ...(domain.fullLookAskedAt === null ? {} : { fullLookAskedAt: answered(domain.fullLookAskedAt) }),
        // Switched, also where the answer of the call was lost.
        ...(isSwitched(domain, observed) ? { replacesCertificateArn: null } : {}),
        // What happens to a domain that has arrived comes from no click any more.
        ...(status.headline === 'Live' && action === null
          ? { correlationId: sql`nullif(${domains.correlationId}, ${domain.correlationId})` }
          : {}),
        failingSince: failing === null ? null : new Date(failing.since),
        failedProbes: failing?.checks ?? 0,
        updatedAt: now,
      })
      .where(eq(domains.id, domain.id));
    await recordHistory(tx, domain, status, now);
    await recordHeadline({ ...ctx, db: tx }, domain, status);
  });
}

/** Tells the audit log when the headline is another one. */
export async function recordHeadline(
  ctx: Context,
  { previous, wanted }: LoadedDomain,
  status: Decision['status'],
): Promise<void> {
  const before = previous?.headline ?? 'Draft';
  if (before === status.headline) return;
  const failing = status.watch?.failing ?? previous?.watch?.failing;
  await recordEvent(ctx, {
    action: 'domain.headline-changed',
    resourceId: wanted.hostname,
    tenantSlug: wanted.tenantSlug,
    before: { headline: before, sentence: previous?.sentence ?? null },
    after: {
      headline: status.headline,
      sentence: status.sentence,
      actor: status.actor,
      // How long the outage was that has ended, or when the one began that has not.
      ...(failing ? { failingSince: failing.since, failedChecks: failing.checks } : {}),
    },
  });
}

/** "Check now", or another wish, may have come in while this pass was at work: then the earlier time counts. */
function keepEarlierRequest(loaded: Date | null, next: Date | null) {
  const nextSql = next === null ? sql`null::timestamptz` : sql`${next.toISOString()}::timestamptz`;
  const loadedSql = loaded === null ? sql`null::timestamptz` : sql`${loaded.toISOString()}::timestamptz`;
  const unchanged = sql`date_trunc('milliseconds', ${domains.nextCheckAt}) is not distinct from ${loadedSql}`;
  return sql`case when ${unchanged} then ${nextSql} else least(${domains.nextCheckAt}, ${nextSql}) end`;
}

/** Null, unless somebody asked once more while this pass was at work. */
function answered(asked: Date) {
  const same = sql`date_trunc('milliseconds', ${domains.fullLookAskedAt}) = ${asked.toISOString()}::timestamptz`;
  return sql`case when ${same} then null else ${domains.fullLookAskedAt} end`;
}

/** By AWS's own word: the custom domain name serves the certificate that is wanted. */
function isSwitched({ wanted, replacesCertificateArn }: LoadedDomain, { gatewayDomain, cached }: Observed): boolean {
  if (replacesCertificateArn === null || cached === true || !gatewayDomain.known) return false;
  return wanted.certificateArn !== null && gatewayDomain.value?.certificateArn === wanted.certificateArn;
}
