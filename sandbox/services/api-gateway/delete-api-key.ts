import type { DeleteApiKeyCommandInput, DeleteApiKeyCommandOutput } from '@aws-sdk/client-api-gateway';
import type { Answer, Context } from '../../context';
import { keyOf } from '../../scope';
import { getApiKey } from './get-api-key';

/** https://docs.aws.amazon.com/apigateway/latest/api/API_DeleteApiKey.html */
export function deleteApiKey(
  context: Context,
  { apiKey }: DeleteApiKeyCommandInput,
): Promise<Answer<DeleteApiKeyCommandOutput>> {
  return context.state.write((tx) => {
    const { id = '' } = getApiKey(context, { apiKey });
    tx.remove('apiKeys', keyOf.apiKey(context.scope, id));
    for (const plan of context.state.list('usagePlans', keyOf.usagePlan(context.scope)))
      tx.remove('usagePlanKeys', keyOf.usagePlanKey(context.scope, plan.id, id));
    return {};
  });
}
