import 'server-only';
import { getExport } from '@/lib/aws/api-gateway/get-export';
import { getStage } from '@/lib/aws/api-gateway/get-stage';
import type { Context } from '@/lib/context';
import type { Snapshot } from '@/lib/gateway/model';
import { fromOpenApi } from '@/lib/gateway/openapi/from-open-api';
import { readWorkingCopy } from '@/lib/inventory/read-working-copy';
import { log } from '@/lib/log';

/**
 * What a stage serves, read from AWS's export.
 *
 * @returns null when the stage serves another deployment by now, or the export can't be understood
 * @throws AwsError
 */
export async function readLive(
  ctx: Context,
  at: { restApiId: string; stage: string; deploymentId: string },
): Promise<Snapshot | null> {
  const document = await getExport(ctx.aws, at);
  const now = await getStage(ctx.aws, at);
  if (now?.deploymentId !== at.deploymentId) return null;
  // No export says what kind of endpoint the API has: that is never deployed, and as it is now.
  const working = await readWorkingCopy(ctx.db, at.restApiId);
  const read = fromOpenApi(document, {
    mode: 'overwrite',
    ...(working ? { base: working.snapshot, resourceIds: working.ids.resources } : {}),
  });
  if ('problems' in read) {
    log.warn({ ...at, problems: read.problems.slice(0, 20) }, 'export of a stage not understood');
    return null;
  }
  return { ...read.snapshot, stages: {} };
}
