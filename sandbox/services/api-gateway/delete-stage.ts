import type { DeleteStageCommandInput, DeleteStageCommandOutput } from '@aws-sdk/client-api-gateway';
import type { Answer, Context } from '../../context';
import { keyOf } from '../../scope';
import { findStage } from './find';
import { mappingsTo } from './mapping-target';
import { badRequest } from './refusals';
import { plansOfStage } from './usage-plan-checks';

/** https://docs.aws.amazon.com/apigateway/latest/api/API_DeleteStage.html */
export function deleteStage(
  context: Context,
  input: DeleteStageCommandInput,
): Promise<Answer<DeleteStageCommandOutput>> {
  return context.state.write((tx) => {
    const restApiId = input.restApiId ?? '';
    const { stageName } = findStage(context, restApiId, input.stageName);
    const domains = mappingsTo(context, restApiId, stageName).map((mapping) => mapping.domainName);
    if (domains.length > 0) {
      const list = [...new Set(domains)].join(', ');
      throw badRequest(
        `Deleting stage ${stageName} failed. Please remove all base path mappings related to the stage in your domains: ${list}`,
      );
    }
    const plans = plansOfStage(context, restApiId, stageName).map(({ id }) => id);
    if (plans.length > 0)
      throw badRequest(`Deleting stage ${stageName} failed. Please remove it from usage plans: ${plans.join(', ')}`);
    tx.remove('stages', keyOf.stage(context.scope, restApiId, stageName));
    return {};
  });
}
