import type {
  GetReusableDelegationSetLimitCommandInput,
  GetReusableDelegationSetLimitCommandOutput,
} from '@aws-sdk/client-route-53';
import type { Answer, Context } from '../../context';
import { findDelegationSet, zonesOfSet } from './delegation-set';
import { limits } from './limits';
import { invalidInput } from './refusals';

/** https://docs.aws.amazon.com/Route53/latest/APIReference/API_GetReusableDelegationSetLimit.html */
export function getReusableDelegationSetLimit(
  context: Context,
  { DelegationSetId, Type }: GetReusableDelegationSetLimitCommandInput,
): Answer<GetReusableDelegationSetLimitCommandOutput> {
  const { id } = findDelegationSet(context, DelegationSetId);
  if (Type !== 'MAX_ZONES_BY_REUSABLE_DELEGATION_SET') throw invalidInput(`Invalid limit type: ${Type}`);
  return { Limit: { Type, Value: limits[Type] }, Count: zonesOfSet(context, id) };
}
