import 'server-only';
import { audited } from '@/lib/audit/audited';
import { changeResourceRecordSets } from '@/lib/aws/route-53/change-resource-record-sets';
import { done, type StepInput, type StepResult } from '@/lib/domains/steps/step';
import type { RecordSet } from '@/lib/inventory/model';

/** Deletes records of our zone exactly as they were read; one that changed meanwhile makes AWS refuse the whole batch. */
export async function removeRecords(
  { ctx, domain }: StepInput,
  action: 'domain.alias-removed' | 'domain.validation-removed' | 'domain.edge-name-removed',
  records: RecordSet[],
  /** The domain's own zone, unless said otherwise. */
  zoneId = domain.wanted.zoneId,
): Promise<StepResult> {
  const { tenantSlug, hostname } = domain.wanted;
  const [first] = records;
  if (zoneId === null || first === undefined) return done;
  await audited(ctx, { action, resourceId: first.name, tenantSlug, before: { zoneId, records } }, () =>
    changeResourceRecordSets(
      ctx.aws,
      zoneId,
      records.map((record) => ({ action: 'DELETE', record })),
      `Gatehouse: removing ${hostname} of ${tenantSlug}`,
    ),
  );
  return done;
}
