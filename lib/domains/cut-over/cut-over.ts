import 'server-only';
import { and, eq } from 'drizzle-orm';
import { recordEvent } from '@/lib/audit/record-event';
import { listResourceRecordSets } from '@/lib/aws/route-53/list-resource-record-sets';
import type { Context } from '@/lib/context';
import { domains } from '@/lib/db/schema';
import { getNetwork } from '@/lib/dns/get-network';
import type { Network } from '@/lib/dns/network';
import { readBeforeCutOver, writeBeforeCutOver } from '@/lib/domains/cut-over/before-records';
import { rehearseNow } from '@/lib/domains/cut-over/rehearse-now';
import { policyRefusal } from '@/lib/domains/cut-over/routing-policies';
import { wakeReconciler } from '@/lib/domains/wake';
import { ExpectedError } from '@/lib/errors';
import type { RecordSet } from '@/lib/inventory/model';

/**
 * Lets a prepared domain's traffic move: in our zone the reconciler replaces the records at the hostname, elsewhere the tenant is
 * asked for the record. Only after the handshake test has passed once more; what stood there before is kept, to go back to. Where something
 * answers at the hostname today, it has to have been typed.
 *
 * @throws ExpectedError `invalid` at `confirmHostname`, `not-found`, `conflict`; AwsError
 */
export async function cutOver(
  ctx: Context,
  { domainId, confirmHostname }: { domainId: string; confirmHostname: string },
  network: Network = getNetwork(),
): Promise<{ hostname: string; kind: 'managed' | 'customer' }> {
  const { domain, proof, now: answers, serves } = await rehearseNow(ctx, domainId, network);
  const { hostname, tenantSlug, zoneId, kind } = domain.wanted;
  const records = zoneId === null ? [] : await recordsAt(ctx, zoneId, hostname);
  const policy = policyRefusal(hostname, records);
  if (policy !== null) throw new ExpectedError('conflict', `Nothing was switched. ${policy}`);
  if (serves || records.length > 0) requireTyped(hostname, confirmHostname);
  const at = ctx.now();
  await ctx.db.transaction(async (tx) => {
    const inside = { ...ctx, db: tx };
    const [changed] = await tx
      .update(domains)
      .set({
        phase: 'cut-over',
        // The dialog has shown what goes.
        takeoverConfirmed: true,
        nextCheckAt: at,
        fullLookAskedAt: at,
        correlationId: ctx.correlationId ?? null,
        updatedAt: at,
      })
      .where(and(eq(domains.id, domainId), eq(domains.phase, 'prepare')))
      .returning({ id: domains.id });
    // Somebody else clicked at the same time.
    if (changed === undefined) return;
    // Those of a take-back that was cut off are what one goes back to, not what stands there now.
    const kept = await readBeforeCutOver(tx, domainId);
    if (zoneId !== null && kept === null)
      await writeBeforeCutOver(inside, domainId, { at: at.toISOString(), zoneId, records });
    await recordEvent(inside, {
      action: 'domain.cut-over-asked',
      resourceId: hostname,
      tenantSlug,
      before: { phase: 'prepare', leadsTo: answers, records },
      after: { phase: 'cut-over', tls: proof.tls.sentence, https: proof.https.sentence },
    });
  });
  wakeReconciler();
  return { hostname, kind };
}

/** What moves traffic at the hostname: the rest stays where it is. */
async function recordsAt(ctx: Context, zoneId: string, hostname: string): Promise<RecordSet[]> {
  const all = await listResourceRecordSets(ctx.aws, zoneId, { name: hostname });
  return all.filter(({ name, type }) => name === hostname && ['A', 'AAAA', 'CNAME'].includes(type));
}

function requireTyped(hostname: string, typed: string): void {
  if (typed.trim().toLowerCase().replace(/\.$/, '') === hostname) return;
  throw new ExpectedError('invalid', 'Nothing was switched: the hostname typed differs.', {
    fields: { confirmHostname: `Type ${hostname} to confirm.` },
  });
}
