import 'server-only';
import { audited } from '@/lib/audit/audited';
import { changeResourceRecordSets } from '@/lib/aws/route-53/change-resource-record-sets';
import type { RecordPlan } from '@/lib/domains/plan-records';
import { done, type StepInput, type StepResult } from '@/lib/domains/steps/step';
import { updateDomain } from '@/lib/domains/steps/update-domain';

/** Carries out a plan for our zone and notes the change, which is then followed until it is everywhere. */
export async function publishRecords(
  { ctx, domain }: StepInput,
  action: 'domain.validation-published' | 'domain.alias-published' | 'domain.edge-name-published',
  plan: RecordPlan,
  /** The domain's own zone, unless said otherwise. */
  zoneId = domain.wanted.zoneId,
): Promise<StepResult> {
  const { tenantSlug } = domain.wanted;
  if (zoneId === null || plan.state === 'equal') return done;
  if (plan.state === 'conflict') throw new Error('a plan with a conflict is never carried out');
  const published = plan.changes.filter((change) => change.action === 'UPSERT').map((change) => change.record);
  const replaced = plan.changes.filter((change) => change.action === 'DELETE').map((change) => change.record);
  const { changeId } = await audited(
    ctx,
    {
      action,
      resourceId: published[0]?.name ?? domain.wanted.hostname,
      tenantSlug,
      after: { zoneId, records: published, ...(replaced.length > 0 ? { replaced } : {}) },
    },
    () =>
      changeResourceRecordSets(ctx.aws, zoneId, plan.changes, `Gatehouse: ${domain.wanted.hostname} of ${tenantSlug}`),
  );
  await updateDomain(ctx, domain.id, { pendingChangeId: changeId });
  return done;
}
