import type {
  CreateReusableDelegationSetCommandInput,
  CreateReusableDelegationSetCommandOutput,
} from '@aws-sdk/client-route-53';
import type { Answer, Context } from '../../context';
import { Failure } from '../../protocol/failure';
import { keyOf } from '../../scope';
import { newId } from './change-info';
import { delegationSetView } from './delegation-set';
import { drawNameServers } from './name-servers';
import { bareId } from './zone';

/** https://docs.aws.amazon.com/Route53/latest/APIReference/API_CreateReusableDelegationSet.html: new name servers, or those of a zone. */
export function createReusableDelegationSet(
  context: Context,
  input: CreateReusableDelegationSetCommandInput,
): Promise<Answer<CreateReusableDelegationSetCommandOutput>> {
  const { state, account, dials } = context;
  const { CallerReference: callerReference = '', HostedZoneId } = input;
  return state.write((tx) => {
    const sets = state.list('delegationSets', keyOf.delegationSet(account));
    if (sets.some((set) => set.callerReference === callerReference))
      throw new Failure(
        'DelegationSetAlreadyCreated',
        'A delegation set with the same owner and caller reference combination has already been created.',
      );
    if (sets.length >= dials.maxReusableDelegationSets)
      throw new Failure(
        'LimitsExceeded',
        `Limits Exceeded: MAX_REUSABLE_DELEGATION_SETS_BY_OWNER - Cannot create more than ${dials.maxReusableDelegationSets} reusable delegation sets`,
      );
    const zone = HostedZoneId ? state.get('zones', keyOf.zone(account, bareId(HostedZoneId))) : undefined;
    if (HostedZoneId && !zone) throw new Failure('HostedZoneNotFound', "The specified HostedZone can't be found.");
    if (zone?.delegationSetId)
      throw new Failure(
        'DelegationSetAlreadyReusable',
        'The specified delegation set has already been marked as reusable.',
      );
    const id = newId('N');
    const stored = { id, callerReference, nameServers: zone?.nameServers ?? drawNameServers() };
    tx.put('delegationSets', keyOf.delegationSet(account, id), stored);
    if (zone) tx.put('zones', keyOf.zone(account, bareId(zone.zone.Id)), { ...zone, delegationSetId: id });
    return {
      DelegationSet: delegationSetView(stored),
      Location: `https://route53.amazonaws.com/2013-04-01/delegationset/${id}`,
    };
  });
}
