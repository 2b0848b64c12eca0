import 'server-only';
import { eq } from 'drizzle-orm';
import { audited } from '@/lib/audit/audited';
import { changeResourceRecordSets } from '@/lib/aws/route-53/change-resource-record-sets';
import { listResourceRecordSets } from '@/lib/aws/route-53/list-resource-record-sets';
import type { Context } from '@/lib/context';
import { domains } from '@/lib/db/schema';
import type { FixIt } from '@/lib/doctor/model';
import { describeRecord } from '@/lib/domains/plan-records';
import { wakeReconciler } from '@/lib/domains/wake';
import { ExpectedError } from '@/lib/errors';
import type { RecordSet } from '@/lib/inventory/model';
import { putItems } from '@/lib/inventory/put-items';
import { findDomain } from '@/lib/tenants/find-tenant';

/**
 * Adds Amazon to the CAA records at a name in a zone of ours; the others stay as they are now, whatever the report showed. What Route 53 answers
 * afterwards is the proof.
 *
 * @returns what was done, as a sentence
 * @throws ExpectedError `not-permitted` where it would count for other tenants and the reader deals with some only; `conflict`; AwsError
 */
export async function allowAmazon(
  ctx: Context,
  input: { domainId: string; confirmed: string },
  { zoneId, name, value }: Extract<FixIt, { kind: 'allow-amazon' }>,
): Promise<{ sentence: string }> {
  const { hostname, tenantSlug } = await findDomain(ctx.db, input.domainId);
  if (ctx.tenants != null && name !== hostname) {
    throw new ExpectedError('not-permitted', `The CAA records of ${name} count for every name below it.`, {
      fix: 'Ask somebody who deals with all tenants.',
    });
  }
  if (input.confirmed !== value) {
    throw new ExpectedError('conflict', `${value} is what would be added now, which is not what you confirmed.`, {
      fix: 'Run the doctor again and look at the record before you confirm.',
    });
  }
  const before = await read(ctx, zoneId, name);
  if (!before.values.includes(value)) {
    const record = { ...before, values: [...before.values, value] };
    await audited(
      ctx,
      {
        action: 'doctor.fix-applied',
        resourceId: name,
        tenantSlug,
        before: { zoneId, record: before },
        after: { zoneId, record },
      },
      () =>
        changeResourceRecordSets(
          ctx.aws,
          zoneId,
          // Route 53 deletes only what is as it was read, so that what somebody else adds in this moment is not lost.
          [
            { action: 'DELETE', record: before },
            { action: 'CREATE', record },
          ],
          `Gatehouse: CAA of ${name} lets Amazon issue, for ${hostname}`,
        ),
    );
    const after = await read(ctx, zoneId, name);
    if (!after.values.includes(value)) {
      throw new ExpectedError('conflict', `Route 53 took it, but shows ${describeRecord(after)} at ${name}.`, {
        fix: 'Somebody else may have changed it at the same moment. Run the doctor again.',
      });
    }
    await putItems(ctx.db, 'record-set', [{ ...after, zoneId }], ctx.now());
  }
  const now = ctx.now();
  await ctx.db.update(domains).set({ nextCheckAt: now, fullLookAskedAt: now }).where(eq(domains.id, input.domainId));
  wakeReconciler();
  return {
    sentence: `${value} stands among the CAA records of ${name} now. A certificate that ACM refused because of them has to be requested again.`,
  };
}

/** The one plain CAA record set at a name, as Route 53 has it now. */
async function read(ctx: Context, zoneId: string, name: string): Promise<RecordSet> {
  const sets = (await listResourceRecordSets(ctx.aws, zoneId, { name })).filter(({ type }) => type === 'CAA');
  const [set] = sets;
  if (set !== undefined && sets.length === 1 && set.alias === null && set.setIdentifier === null) return set;
  const found = set === undefined ? 'no CAA records' : 'CAA records that a routing policy or an alias chooses';
  throw new ExpectedError('conflict', `Our zone has ${found} at ${name} now.`, {
    fix: set === undefined ? 'Run the doctor again.' : 'Change them in Route 53.',
  });
}
