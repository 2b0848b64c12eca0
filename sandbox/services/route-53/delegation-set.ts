import type { DelegationSet } from '@aws-sdk/client-route-53';
import type { Context } from '../../context';
import type { StoredDelegationSet, StoredZone } from '../../model';
import { Failure } from '../../protocol/failure';
import { keyOf } from '../../scope';
import { bareId } from './zone';

export function findDelegationSet({ state, account }: Context, id: string | undefined): StoredDelegationSet {
  const found = state.get('delegationSets', keyOf.delegationSet(account, bareId(id)));
  if (!found) throw new Failure('NoSuchDelegationSet', `No delegation set found with ID: ${bareId(id)}`);
  return found;
}

export function delegationSetView({ id, callerReference, nameServers }: StoredDelegationSet): DelegationSet {
  return { Id: `/delegationset/${id}`, CallerReference: callerReference, NameServers: nameServers };
}

/** The name servers of a zone, with the reusable set that it was made with. */
export function delegationSetOf(context: Context, { delegationSetId, nameServers }: StoredZone): DelegationSet {
  return delegationSetId
    ? delegationSetView(findDelegationSet(context, delegationSetId))
    : { NameServers: nameServers };
}

/** How many zones were made with it. */
export function zonesOfSet({ state, account }: Context, id: string): number {
  return state.list('zones', keyOf.zone(account)).filter(({ delegationSetId }) => delegationSetId === id).length;
}
