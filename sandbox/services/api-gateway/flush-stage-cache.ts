import type { FlushStageCacheCommandInput, FlushStageCacheCommandOutput } from '@aws-sdk/client-api-gateway';
import type { Answer, Context } from '../../context';
import { keyOf } from '../../scope';
import { findStage } from './find';
import { laterThan } from './later-than';

/** https://docs.aws.amazon.com/apigateway/latest/api/API_FlushStageCache.html */
export function flushStageCache(
  context: Context,
  input: FlushStageCacheCommandInput,
): Promise<Answer<FlushStageCacheCommandOutput>> {
  return context.state.write((tx) => {
    const restApiId = input.restApiId ?? '';
    const stage = findStage(context, restApiId, input.stageName);
    const flushed = { ...stage, cacheFlushedAt: laterThan(stage.cacheFlushedAt, context.now) };
    tx.put('stages', keyOf.stage(context.scope, restApiId, stage.stageName), flushed);
    return {};
  });
}
