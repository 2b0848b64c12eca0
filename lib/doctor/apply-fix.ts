import 'server-only';
import { eq } from 'drizzle-orm';
import { audited } from '@/lib/audit/audited';
import { changeResourceRecordSets } from '@/lib/aws/route-53/change-resource-record-sets';
import { listResourceRecordSets } from '@/lib/aws/route-53/list-resource-record-sets';
import type { Context } from '@/lib/context';
import { domains } from '@/lib/db/schema';
import { allowAmazon } from '@/lib/doctor/allow-amazon';
import type { FixIt } from '@/lib/doctor/model';
import { readReport } from '@/lib/doctor/read-report';
import type { ApplyFixInput } from '@/lib/doctor/schemas';
import { loadDomain } from '@/lib/domains/load-domain';
import { describeRecord } from '@/lib/domains/plan-records';
import { wakeReconciler } from '@/lib/domains/wake';
import { ExpectedError } from '@/lib/errors';
import { checkNow } from '@/lib/tenants/check-now';
import { findDomain, noDomain } from '@/lib/tenants/find-tenant';

/**
 * Does what a finding of the last report offers: makes the reconciler look, which publishes what is missing in our zone, removes a
 * record at the domain's own name that is in the way, or adds Amazon to CAA records of ours. Nothing but the report says what is done, and a record goes only as the operator
 * saw and confirmed it.
 *
 * @returns what was done, as a sentence
 * @throws ExpectedError `not-found`, `conflict` when the report or the record has changed; AwsError
 */
export async function applyFix(ctx: Context, input: ApplyFixInput): Promise<{ sentence: string }> {
  const { hostname } = await findDomain(ctx.db, input.domainId);
  const report = await readReport(ctx.db, input.domainId);
  const finding = report?.findings.find(
    ({ check, code, fixIt }) => check === input.check && code === input.code && fixIt !== null,
  );
  if (!finding?.fixIt) {
    throw new ExpectedError('conflict', 'The last report has no such finding any more.', {
      fix: 'Run the doctor again.',
    });
  }
  if (finding.fixIt.kind === 'check-now') {
    await checkNow(ctx, input.domainId);
    return { sentence: `Gatehouse is looking at ${hostname} now, and publishes what is missing.` };
  }
  if (finding.fixIt.kind === 'allow-amazon') return allowAmazon(ctx, input, finding.fixIt);
  return removeRecord(ctx, input, finding.fixIt);
}

async function removeRecord(
  ctx: Context,
  input: ApplyFixInput,
  { zoneId, type, name }: Extract<FixIt, { kind: 'remove-record' }>,
): Promise<{ sentence: string }> {
  const domain = await loadDomain(ctx.db, input.domainId);
  if (domain === null) throw noDomain();
  const { wanted } = domain;
  if (wanted.zoneId !== zoneId || wanted.hostname !== name) {
    throw new ExpectedError('conflict', `${name} is not this domain's own name in our zone.`, {
      fix: 'Run the doctor again.',
    });
  }
  const records = (await listResourceRecordSets(ctx.aws, zoneId, { name })).filter((record) => record.type === type);
  const [record] = records;
  if (record === undefined || records.length > 1 || describeRecord(record) !== input.confirmed) {
    const found = records.map(describeRecord).join('; ') || 'nothing';
    throw new ExpectedError('conflict', `Our zone has ${found} at ${name} now, which is not what you confirmed.`, {
      fix: 'Run the doctor again and look at the record before you confirm.',
    });
  }
  await audited(
    ctx,
    {
      action: 'doctor.fix-applied',
      resourceId: name,
      tenantSlug: wanted.tenantSlug,
      before: { zoneId, record },
      after: { zoneId, record: null },
    },
    () =>
      changeResourceRecordSets(
        ctx.aws,
        zoneId,
        [{ action: 'DELETE', record }],
        `Gatehouse: ${name} of ${wanted.tenantSlug}, the doctor's fix`,
      ),
  );
  const now = ctx.now();
  await ctx.db.update(domains).set({ nextCheckAt: now, fullLookAskedAt: now }).where(eq(domains.id, input.domainId));
  wakeReconciler();
  return { sentence: `${input.confirmed} at ${name} is removed; Gatehouse publishes the right record.` };
}
