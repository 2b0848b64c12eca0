import {
  AccountLimitType,
  type GetAccountLimitCommandInput,
  type GetAccountLimitCommandOutput,
} from '@aws-sdk/client-route-53';
import type { Answer, Context } from '../../context';
import { keyOf } from '../../scope';
import { accountLimits } from './limits';
import { oneOf } from './one-of';

/** https://docs.aws.amazon.com/Route53/latest/APIReference/API_GetAccountLimit.html */
export function getAccountLimit(
  { state, account, dials }: Context,
  input: GetAccountLimitCommandInput,
): Answer<GetAccountLimitCommandOutput> {
  const Type = oneOf(Object.values(AccountLimitType), input.Type, 'type');
  const counts: Partial<Record<AccountLimitType, number>> = {
    MAX_HOSTED_ZONES_BY_OWNER: state.count('zones', keyOf.zone(account)),
    MAX_REUSABLE_DELEGATION_SETS_BY_OWNER: state.count('delegationSets', keyOf.delegationSet(account)),
  };
  return { Limit: { Type, Value: accountLimits(dials)[Type] }, Count: counts[Type] ?? 0 };
}
