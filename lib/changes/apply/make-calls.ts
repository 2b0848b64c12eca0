import 'server-only';
import { eq } from 'drizzle-orm';
import { AwsError } from '@/lib/aws/errors';
import { executeCall } from '@/lib/changes/execute-call';
import { changeSets } from '@/lib/db/schema';
import { ExpectedError } from '@/lib/errors';
import { Cut } from './attempt';
import type { Look, Run } from './run';

/**
 * Makes the planned calls one after the other, since AWS refuses concurrent changes of one API. A first refusal for good ends the round, not
 * the run: it may mean that an earlier call whose answer was lost did work after all.
 */
export async function makeCalls(run: Run, { copy, left }: Look): Promise<void> {
  const { ctx, attempt } = run;
  const positions = await attempt.add(
    left.calls.map(({ call, sentence }) => ({ operation: call.operation, sentence })),
  );
  let { ids } = copy;
  for (const [index, { call, sentence }] of left.calls.entries()) {
    try {
      ids = await attempt.take(positions[index] ?? 0, () => executeCall(ctx, ids, call));
    } catch (error) {
      if (!isRefusal(error) || run.refused === sentence) throw error;
      run.refused = sentence;
      return;
    }
    await forgetTrouble(run);
  }
}

/** AWS, or what is there, stands against it; after another look it may not. */
function isRefusal(error: unknown): boolean {
  if (!(error instanceof ExpectedError) || error instanceof Cut || error.code === 'database-unreachable') return false;
  return !(error instanceof AwsError && error.retryable);
}

/** While a call is tried again, its trouble stays on the screen until it is known to be over. */
async function forgetTrouble({ ctx, row }: Run): Promise<void> {
  if (row.failure === null) return;
  await ctx.db.update(changeSets).set({ failure: null }).where(eq(changeSets.id, row.id));
  row.failure = null;
}
