import type { DeleteUsagePlanKeyCommandInput, DeleteUsagePlanKeyCommandOutput } from '@aws-sdk/client-api-gateway';
import type { Answer, Context } from '../../context';
import { keyOf } from '../../scope';
import { getUsagePlanKey } from './get-usage-plan-key';

/** https://docs.aws.amazon.com/apigateway/latest/api/API_DeleteUsagePlanKey.html */
export function deleteUsagePlanKey(
  context: Context,
  input: DeleteUsagePlanKeyCommandInput,
): Promise<Answer<DeleteUsagePlanKeyCommandOutput>> {
  return context.state.write((tx) => {
    const { id = '' } = getUsagePlanKey(context, input);
    tx.remove('usagePlanKeys', keyOf.usagePlanKey(context.scope, input.usagePlanId ?? '', id));
    return {};
  });
}
