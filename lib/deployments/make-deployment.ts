import 'server-only';
import { and, eq } from 'drizzle-orm';
import { createDeployment } from '@/lib/aws/api-gateway/create-deployment';
import { getDeployment } from '@/lib/aws/api-gateway/get-deployment';
import type { AwsDeployment } from '@/lib/aws/api-gateway/get-deployments';
import { getStage } from '@/lib/aws/api-gateway/get-stage';
import { outcomeUnknown } from '@/lib/aws/outcome-unknown';
import type { Context } from '@/lib/context';
import { deployments } from '@/lib/db/schema';

export interface MakeDeploymentInput {
  restApiId: string;
  stage: string;
  description: string | null;
  /** What the stage serves before; null: it is made with the deployment. */
  previousId: string | null;
  /** For a stage that is made. */
  stageDescription?: string | null;
  variables?: Record<string, string>;
  /** Set when work is taken up again: a deployment made since then, with this description, by nobody here, is its own. */
  since?: Date | null;
  /** Asked right before a deployment is made: throws when it may not be. */
  permit(): Promise<void>;
}

/** AWS's dates are of another clock, and perhaps in whole seconds. */
const slackMs = 5_000;

/**
 * Lets a stage serve a new deployment. CreateDeployment isn't idempotent: when its outcome is unknown, what the stage serves tells
 * whether it happened, before another one is made.
 *
 * @returns with `isNew` false what an earlier run had made
 * @throws AwsError; and what `permit` throws
 */
export async function makeDeployment(
  ctx: Context,
  input: MakeDeploymentInput,
): Promise<{ deployment: AwsDeployment; isNew: boolean }> {
  const before = input.since ? await findMadeSince(ctx, input, input.since) : null;
  return before ? { deployment: before, isNew: false } : { deployment: await makeNew(ctx, input), isNew: true };
}

async function makeNew(ctx: Context, input: MakeDeploymentInput): Promise<AwsDeployment> {
  await input.permit();
  try {
    return await createDeployment(ctx.aws, input);
  } catch (error) {
    if (!outcomeUnknown(error)) throw error;
    const made = await findMade(ctx, input).catch(() => {
      throw error; // what AWS said first is the news, not that it can't be asked either
    });
    return made ?? (await createDeployment(ctx.aws, input));
  }
}

/** What the stage serves, when that isn't what it served before and it is described like ours. */
async function findMade(ctx: Context, input: MakeDeploymentInput): Promise<AwsDeployment | null> {
  const stage = await getStage(ctx.aws, input);
  if (!stage || stage.deploymentId === input.previousId) return null;
  const at = { restApiId: input.restApiId, deploymentId: stage.deploymentId };
  const deployment = await getDeployment(ctx.aws, at);
  return deployment?.description === (input.description || null) ? deployment : null;
}

async function findMadeSince(ctx: Context, input: MakeDeploymentInput, since: Date): Promise<AwsDeployment | null> {
  const made = await findMade(ctx, { ...input, previousId: null });
  if (!made || Date.parse(made.createdAt) < since.getTime() - slackMs) return null;
  const isIt = and(eq(deployments.restApiId, input.restApiId), eq(deployments.id, made.id));
  const [row] = await ctx.db.select({ author: deployments.authorName }).from(deployments).where(isIt);
  return row?.author ? null : made;
}
