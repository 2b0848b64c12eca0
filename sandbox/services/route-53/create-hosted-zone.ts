import type { CreateHostedZoneCommandInput, CreateHostedZoneCommandOutput } from '@aws-sdk/client-route-53';
import type { Answer, Context } from '../../context';
import { Failure } from '../../protocol/failure';
import { keyOf } from '../../scope';
import { newId, noteChange } from './change-info';
import { delegationSetView, findDelegationSet } from './delegation-set';
import { limits } from './limits';
import { drawNameServers } from './name-servers';
import { zoneName, zoneView } from './zone';

const maxZones = limits.MAX_HOSTED_ZONES_BY_OWNER;

/** https://docs.aws.amazon.com/Route53/latest/APIReference/API_CreateHostedZone.html; public zones only. */
export function createHostedZone(
  context: Context,
  input: CreateHostedZoneCommandInput,
): Promise<Answer<CreateHostedZoneCommandOutput>> {
  if (input.VPC || input.HostedZoneConfig?.PrivateZone) {
    throw new Failure('NotImplementedException', 'The sandbox has no private hosted zones.', 501);
  }
  const name = zoneName(input.Name ?? '');
  return context.state.write((tx) => {
    const zones = context.state.list('zones', keyOf.zone(context.account));
    if (zones.some(({ zone }) => zone.CallerReference === input.CallerReference)) {
      throw new Failure(
        'HostedZoneAlreadyExists',
        'A hosted zone has already been created with the specified caller reference.',
        409,
      );
    }
    if (zones.length >= maxZones)
      throw new Failure(
        'TooManyHostedZones',
        `Limits Exceeded: MAX_HOSTED_ZONES_BY_OWNER - Cannot create more than ${maxZones} hosted zones`,
      );
    const id = newId('Z');
    const set = input.DelegationSetId ? findDelegationSet(context, input.DelegationSetId) : undefined;
    const nameServers = set?.nameServers ?? drawNameServers();
    const stored = {
      zone: {
        Id: `/hostedzone/${id}`,
        Name: name,
        CallerReference: input.CallerReference,
        Config: {
          ...(input.HostedZoneConfig?.Comment ? { Comment: input.HostedZoneConfig.Comment } : {}),
          PrivateZone: false,
        },
      },
      nameServers,
      tags: [],
      ...(set ? { delegationSetId: set.id } : {}),
    };
    tx.put('zones', keyOf.zone(context.account, id), stored);
    tx.put('recordSets', keyOf.recordSet(id, name, 'NS'), {
      Name: name,
      Type: 'NS',
      TTL: 172_800,
      ResourceRecords: nameServers.map((server) => ({ Value: `${server}.` })),
      zoneId: id,
    });
    const soa = `${nameServers[0]}. awsdns-hostmaster.amazon.com. 1 7200 900 1209600 86400`;
    tx.put('recordSets', keyOf.recordSet(id, name, 'SOA'), {
      Name: name,
      Type: 'SOA',
      TTL: 900,
      ResourceRecords: [{ Value: soa }],
      zoneId: id,
    });
    return {
      HostedZone: zoneView(context, stored),
      ChangeInfo: noteChange(context, tx, id),
      DelegationSet: set ? delegationSetView(set) : { NameServers: nameServers },
      Location: `https://route53.amazonaws.com/2013-04-01/hostedzone/${id}`,
    };
  });
}
