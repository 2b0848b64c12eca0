import 'server-only';
import { requireApproval } from '@/lib/approvals/require-approval';
import type { AwsDeployment } from '@/lib/aws/api-gateway/get-deployments';
import type { Context } from '@/lib/context';
import type { Snapshot } from '@/lib/gateway/model';
import { hashOf } from '@/lib/inventory/hash-of';
import type { Stage } from '@/lib/inventory/model';
import type { WorkingCopy } from '@/lib/inventory/read-working-copy';
import { keepSnapshot } from '@/lib/inventory/snapshots';
import { syncWorkingCopy } from '@/lib/inventory/sync-working-copy';
import { log } from '@/lib/log';
import { type KeptDeployment, keepDeployment } from './keep-deployment';
import { type MakeDeploymentInput, makeDeployment } from './make-deployment';
import type { StageEvent } from './model';
import { readLive } from './read-live';
import { recordStage } from './record-stage';
import { refuseWhileApplying } from './refuse-while-applying';

export interface Deployed {
  deploymentId: string;
  /** How its content is known: as it was read around the deployment, from AWS's export, or not yet. */
  snapshot: 'kept' | 'exported' | 'unknown';
}

interface FreezeInput extends Omit<MakeDeploymentInput, 'permit'> {
  working: WorkingCopy;
  changeSetId: string | null;
  /** As AWS has the stage before; null: it is made. */
  previous: Stage | null;
  reason: Exclude<StageEvent['reason'], 'outside'>;
}

/**
 * Deploys the working copy and keeps what was deployed. The deployment is noted as soon as AWS has made it, its content afterwards: a
 * crash in between leaves a deployment whose content the next sync reads from AWS's export.
 *
 * @throws ExpectedError `not-permitted` when the stage needs approval and this was not approved; `conflict`; AwsError
 */
export async function freeze(ctx: Context, input: FreezeInput): Promise<Deployed> {
  const { restApiId, stage: name, changeSetId, previous, working } = input;
  // Once more: reading the gateway took its time.
  await refuseWhileApplying(ctx.db, restApiId, changeSetId);
  const { deployment, isNew } = await makeDeployment(ctx, {
    ...input,
    permit: () => requireApproval(ctx.db, { restApiId, stage: name, snapshot: working.snapshot }),
  });
  const kept = { restApiId, deployment, authorName: ctx.actor.name, changeSetId };
  await keepDeployment(ctx.db, { ...kept, snapshot: null });
  const now = { deploymentId: deployment.id, updatedAt: deployment.createdAt };
  const made = { restApiId, name, description: input.stageDescription ?? null, variables: input.variables ?? {} };
  await recordStage(ctx, { ...(previous ?? made), ...now }, input.reason);

  const snapshot = await contentOf(ctx, input, deployment, isNew);
  if (snapshot) await keepDeployment(ctx.db, { ...kept, snapshot });
  return { deploymentId: deployment.id, snapshot: snapshot?.source ?? 'unknown' };
}

/**
 * What was deployed is the working copy, if that was the same before and after. Otherwise somebody changed it around the deployment, or
 * an earlier run made that, and only AWS's export tells what is in it.
 */
async function contentOf(
  ctx: Context,
  { restApiId, stage, working }: FreezeInput,
  deployment: AwsDeployment,
  isNew: boolean,
): Promise<KeptDeployment['snapshot']> {
  try {
    const before = withoutStages(working.snapshot);
    const after = withoutStages((await syncWorkingCopy(ctx, restApiId)).snapshot);
    if (isNew && hashOf(before) === hashOf(after)) return { hash: await keepSnapshot(ctx.db, after), source: 'kept' };
    const live = await readLive(ctx, { restApiId, stage, deploymentId: deployment.id });
    return live ? { hash: await keepSnapshot(ctx.db, live), source: 'exported' } : null;
  } catch (error) {
    // It is deployed; that its content is not known yet must not look like a failure.
    log.warn({ err: error, stage, deploymentId: deployment.id }, 'content of a new deployment not read');
    return null;
  }
}

function withoutStages(snapshot: Snapshot): Snapshot {
  return { ...snapshot, stages: {} };
}
