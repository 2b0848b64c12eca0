import type {
  FlushStageAuthorizersCacheCommandInput,
  FlushStageAuthorizersCacheCommandOutput,
} from '@aws-sdk/client-api-gateway';
import type { Answer, Context } from '../../context';
import { findStage } from './find';

/** https://docs.aws.amazon.com/apigateway/latest/api/API_FlushStageAuthorizersCache.html; the sandbox remembers no answers. */
export function flushStageAuthorizersCache(
  context: Context,
  input: FlushStageAuthorizersCacheCommandInput,
): Answer<FlushStageAuthorizersCacheCommandOutput> {
  findStage(context, input.restApiId, input.stageName);
  return {};
}
