import 'server-only';
import { getStage } from '@/lib/aws/api-gateway/get-stage';
import type { Context } from '@/lib/context';
import { ExpectedError } from '@/lib/errors';
import type { Stage } from '@/lib/inventory/model';

/**
 * A stage as AWS has it now.
 *
 * @throws ExpectedError `not-found`
 */
export async function requireStage(ctx: Context, at: { restApiId: string; stage: string }): Promise<Stage> {
  const stage = await getStage(ctx.aws, at);
  if (stage) return stage;
  throw new ExpectedError('not-found', `The gateway has no stage ${at.stage}.`, {
    fix: 'Create the stage first, or choose another.',
  });
}
