import type { Account, UpdateAccountCommandInput, UpdateAccountCommandOutput } from '@aws-sdk/client-api-gateway';
import type { Answer, Context } from '../../context';
import { gatewayAccount } from './gateway-account';
import { applyPatch, type PatchRules } from './patch';
import { clearableRule, entryRule } from './patch-rules';
import { badRequest } from './refusals';

const features = entryRule<Account, 'features'>('features');

const rules: PatchRules<Account> = {
  '/cloudwatchRoleArn': clearableRule('cloudwatchRoleArn'),
  '/features': {
    ...features,
    apply: (account, value, place) => {
      if (place.op === 'remove') throw badRequest('Usage Plans cannot be disabled once enabled');
      return features.apply(account, value, place);
    },
  },
};

/** https://docs.aws.amazon.com/apigateway/latest/api/API_UpdateAccount.html */
export function updateAccount(
  context: Context,
  input: UpdateAccountCommandInput,
): Promise<Answer<UpdateAccountCommandOutput>> {
  return context.state.write((tx) => {
    const after = applyPatch(gatewayAccount(context), input.patchOperations, rules, 'updateAccountInput');
    const role = after.cloudwatchRoleArn;
    if (role !== undefined && !/^arn:[\w-]+:iam::\d{12}:role\/.+$/.test(role)) {
      throw badRequest(
        'The role ARN does not have required permissions configured. Please grant trust permission for API Gateway and add the ' +
          'required role policy.',
      );
    }
    tx.put('gatewayAccounts', context.scope, after);
    return after;
  });
}
