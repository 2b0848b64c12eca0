import type {
  FlushStageAuthorizersCacheCommandInput,
  FlushStageAuthorizersCacheCommandOutput,
} from '@aws-sdk/client-api-gateway';
import type { Answer, Context } from '../../context';
import { keyOf } from '../../scope';
import { findStage } from './find';
import { laterThan } from './later-than';

/** https://docs.aws.amazon.com/apigateway/latest/api/API_FlushStageAuthorizersCache.html */
export function flushStageAuthorizersCache(
  context: Context,
  input: FlushStageAuthorizersCacheCommandInput,
): Promise<Answer<FlushStageAuthorizersCacheCommandOutput>> {
  return context.state.write((tx) => {
    const restApiId = input.restApiId ?? '';
    const stage = findStage(context, restApiId, input.stageName);
    const authorizersFlushedAt = laterThan(stage.authorizersFlushedAt, context.now);
    tx.put('stages', keyOf.stage(context.scope, restApiId, stage.stageName), { ...stage, authorizersFlushedAt });
    return {};
  });
}
