import type {
  ListReusableDelegationSetsCommandInput,
  ListReusableDelegationSetsCommandOutput,
} from '@aws-sdk/client-route-53';
import type { Answer, Context } from '../../context';
import { keyOf } from '../../scope';
import { delegationSetView } from './delegation-set';
import { pageSize } from './max-items';
import { bareId } from './zone';

/** https://docs.aws.amazon.com/Route53/latest/APIReference/API_ListReusableDelegationSets.html */
export function listReusableDelegationSets(
  { state, account }: Context,
  { Marker, MaxItems }: ListReusableDelegationSetsCommandInput,
): Answer<ListReusableDelegationSetsCommandOutput> {
  const size = pageSize(MaxItems, 100);
  const all = state
    .list('delegationSets', keyOf.delegationSet(account))
    .filter(({ id }) => !Marker || id >= bareId(Marker));
  const next = all[size];
  return {
    DelegationSets: all.slice(0, size).map(delegationSetView),
    Marker: Marker ?? '',
    IsTruncated: next !== undefined,
    ...(next ? { NextMarker: next.id } : {}),
    MaxItems: size,
  };
}
