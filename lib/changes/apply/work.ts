import 'server-only';
import { audited } from '@/lib/audit/audited';
import { sentencesOf } from '@/lib/changes/sentences';
import { ExpectedError } from '@/lib/errors';
import { awsChanged } from '@/lib/inventory/aws-changed';
import { deployOnce, deployOperation } from './deploy-once';
import { eventOf } from './event-of';
import { look } from './look';
import { makeCalls } from './make-calls';
import type { Look, Run } from './run';
import { end, endingOf } from './settle';
import { refuseUnreviewed, unreviewed } from './unreviewed';
import type { WorkLeft } from './work-plan';

/** How often the rest is planned anew from what is there: after a refusal, and when AWS has not done what was asked. */
const maxRounds = 3;

/** Looks, does what is left, looks again, deploys, and notes that it is done. */
export async function work(run: Run): Promise<void> {
  const first = await look(run, 'Read the working copy');
  if (first === null) return;
  const event = eventOf(run, first);
  const done = endingOf(run.state, run.ctx.now());
  if (first.left.calls.length === 0 && stageToDeploy(run) === null) return end(run.ctx, run, done, { event });
  await audited(run.ctx, event, () => change(run, first));
}

async function change(run: Run, first: Look): Promise<void> {
  const { ctx, attempt, row } = run;
  let now: Look = first;
  for (let round = 1; now.left.calls.length > 0; round++) {
    if (round > maxRounds) throw unfinished(now.left);
    await makeCalls(run, now);
    const next = await look(run, 'Check the working copy');
    if (next === null) return;
    now = next;
  }
  const stage = stageToDeploy(run);
  if (stage !== null) {
    refuseUnreviewed(unreviewed(now.base, row, now.copy.snapshot), stage);
    const [position = 0] = await attempt.add([{ operation: deployOperation, sentence: `Deploy to ${stage}` }]);
    await attempt.take(position, () => deployOnce(ctx, row, stage, now.copy));
  }
  await end(ctx, run, endingOf(run.state, ctx.now()), null);
  awsChanged();
}

/** Null: none was asked for, or an earlier run has deployed to it. */
function stageToDeploy({ row, state }: Run): string | null {
  return state === 'applying' && row.deploymentId === null ? row.deployStage : null;
}

function unfinished({ differences }: WorkLeft): ExpectedError {
  const [first = ''] = sentencesOf(differences);
  const more = differences.length > 1 ? `, and ${differences.length - 1} more` : '';
  return new ExpectedError('conflict', `AWS took every call, but this is still to be done: ${first}${more}.`, {
    fix: 'See whether somebody else changes the gateway at the same time. Then continue it, or undo it.',
  });
}
