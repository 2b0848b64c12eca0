import 'server-only';
import { and, asc, eq, gte, notLike, sql } from 'drizzle-orm';
import type { ChangeSetRow } from '@/lib/changes/to-change-set';
import type { Context } from '@/lib/context';
import { changeSetSteps, changeSets, deployments } from '@/lib/db/schema';
import { deploy } from '@/lib/deployments/deploy';
import type { WorkingCopy } from '@/lib/inventory/read-working-copy';

/** The operation's name among the steps of an application. */
export const deployOperation = 'CreateDeployment';

/**
 * Deploys what a change set made of the working copy, and notes that it did. CreateDeployment isn't idempotent: when an earlier run ended
 * while it was made, that deployment is looked for first.
 *
 * @throws what `deploy` throws
 */
export async function deployOnce(ctx: Context, row: ChangeSetRow, stage: string, working: WorkingCopy): Promise<void> {
  const since = await interruptedAt(ctx, row);
  const noted = since === null ? null : await findNoted(ctx, row, since);
  const description = row.deployDescription ?? `#${row.number} ${row.name}`;
  const deploymentId =
    noted ?? (await deploy(ctx, { stage, description, changeSetId: row.id, working, since })).deploymentId;
  await ctx.db.update(changeSets).set({ deploymentId }).where(eq(changeSets.id, row.id));
}

/**
 * When a deployment of this application was begun whose outcome nobody noted: the process ended, or AWS's answer was lost. Null when there
 * was none, or when the working copy has been changed since, so that it would be another one.
 */
async function interruptedAt({ db }: Context, row: ChangeSetRow): Promise<Date | null> {
  const lastChange = db
    .select({ at: sql`coalesce(max(${changeSetSteps.startedAt}), '-infinity')` })
    .from(changeSetSteps)
    .where(
      and(
        eq(changeSetSteps.changeSetId, row.id),
        eq(changeSetSteps.state, 'done'),
        notLike(changeSetSteps.operation, 'Get%'),
      ),
    );
  const [step] = await db
    .select({ at: changeSetSteps.startedAt })
    .from(changeSetSteps)
    .where(
      and(
        eq(changeSetSteps.changeSetId, row.id),
        eq(changeSetSteps.operation, deployOperation),
        eq(changeSetSteps.state, 'failed'),
        sql`${changeSetSteps.startedAt} >= (${lastChange})`,
      ),
    )
    .orderBy(asc(changeSetSteps.startedAt))
    .limit(1);
  return step?.at ?? null;
}

/** AWS's dates are in whole seconds, of another clock. */
const slackMs = 5_000;

async function findNoted({ db }: Context, row: ChangeSetRow, since: Date): Promise<string | null> {
  const [made] = await db
    .select({ id: deployments.id })
    .from(deployments)
    .where(
      and(
        eq(deployments.restApiId, row.restApiId),
        eq(deployments.changeSetId, row.id),
        gte(deployments.createdAt, new Date(since.getTime() - slackMs)),
      ),
    );
  return made?.id ?? null;
}
