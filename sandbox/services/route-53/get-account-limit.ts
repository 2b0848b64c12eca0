import type { GetAccountLimitCommandInput, GetAccountLimitCommandOutput } from '@aws-sdk/client-route-53';
import type { Answer, Context } from '../../context';
import { keyOf } from '../../scope';
import { isLimitName, limits } from './limits';
import { invalidInput } from './refusals';

/** https://docs.aws.amazon.com/Route53/latest/APIReference/API_GetAccountLimit.html */
export function getAccountLimit(
  { state, account }: Context,
  { Type }: GetAccountLimitCommandInput,
): Answer<GetAccountLimitCommandOutput> {
  if (!isLimitName(Type) || !Type.endsWith('_BY_OWNER')) throw invalidInput(`Invalid limit type: ${Type}`);
  const counts: Partial<Record<string, number>> = {
    MAX_HOSTED_ZONES_BY_OWNER: [...state.keys('zones', keyOf.zone(account))].length,
    MAX_REUSABLE_DELEGATION_SETS_BY_OWNER: [...state.keys('delegationSets', keyOf.delegationSet(account))].length,
  };
  return { Limit: { Type: Type as 'MAX_HOSTED_ZONES_BY_OWNER', Value: limits[Type] }, Count: counts[Type] ?? 0 };
}
