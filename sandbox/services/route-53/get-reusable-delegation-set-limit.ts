import {
  type GetReusableDelegationSetLimitCommandInput,
  type GetReusableDelegationSetLimitCommandOutput,
  ReusableDelegationSetLimitType,
} from '@aws-sdk/client-route-53';
import type { Answer, Context } from '../../context';
import { findDelegationSet, zonesOfSet } from './delegation-set';
import { oneOf } from './one-of';

/** https://docs.aws.amazon.com/Route53/latest/APIReference/API_GetReusableDelegationSetLimit.html */
export function getReusableDelegationSetLimit(
  context: Context,
  input: GetReusableDelegationSetLimitCommandInput,
): Answer<GetReusableDelegationSetLimitCommandOutput> {
  const Type = oneOf(Object.values(ReusableDelegationSetLimitType), input.Type, 'type');
  const { id } = findDelegationSet(context, input.DelegationSetId);
  return {
    Limit: { Type, Value: context.dials.maxZonesPerReusableDelegationSet },
    Count: zonesOfSet(context, id),
  };
}
