import type {
  DeleteReusableDelegationSetCommandInput,
  DeleteReusableDelegationSetCommandOutput,
} from '@aws-sdk/client-route-53';
import type { Answer, Context } from '../../context';
import { Failure } from '../../protocol/failure';
import { keyOf } from '../../scope';
import { findDelegationSet, zonesOfSet } from './delegation-set';

/** https://docs.aws.amazon.com/Route53/latest/APIReference/API_DeleteReusableDelegationSet.html */
export function deleteReusableDelegationSet(
  context: Context,
  { Id }: DeleteReusableDelegationSetCommandInput,
): Promise<Answer<DeleteReusableDelegationSetCommandOutput>> {
  return context.state.write((tx) => {
    const { id } = findDelegationSet(context, Id);
    if (zonesOfSet(context, id) > 0)
      throw new Failure('DelegationSetInUse', 'The specified delegation set is in use and cannot be deleted.');
    tx.remove('delegationSets', keyOf.delegationSet(context.account, id));
    return {};
  });
}
