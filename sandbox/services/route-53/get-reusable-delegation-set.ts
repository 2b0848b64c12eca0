import type {
  GetReusableDelegationSetCommandInput,
  GetReusableDelegationSetCommandOutput,
} from '@aws-sdk/client-route-53';
import type { Answer, Context } from '../../context';
import { delegationSetView, findDelegationSet } from './delegation-set';

/** https://docs.aws.amazon.com/Route53/latest/APIReference/API_GetReusableDelegationSet.html */
export function getReusableDelegationSet(
  context: Context,
  { Id }: GetReusableDelegationSetCommandInput,
): Answer<GetReusableDelegationSetCommandOutput> {
  return { DelegationSet: delegationSetView(findDelegationSet(context, Id)) };
}
