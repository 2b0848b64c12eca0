import type { CreateHostedZoneCommandInput, CreateHostedZoneCommandOutput } from '@aws-sdk/client-route-53';
import type { Answer, Context } from '../../context';
import type { StoredDelegationSet, StoredZone } from '../../model';
import { Failure } from '../../protocol/failure';
import { keyOf } from '../../scope';
import { newId, noteChange } from './change-info';
import { delegationSetOf, findDelegationSet, zonesOfSet } from './delegation-set';
import { drawNameServers } from './name-servers';
import { liesWithin } from './record-name';
import { zoneName, zoneView } from './zone';

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
    if (zones.length >= context.dials.maxHostedZones)
      throw tooManyZones('MAX_HOSTED_ZONES_BY_OWNER', context.dials.maxHostedZones);
    const id = newId('Z');
    const set = input.DelegationSetId ? findDelegationSet(context, input.DelegationSetId) : undefined;
    if (set) refuseUnfit(context, set, name, zones);
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
      DelegationSet: delegationSetOf(context, stored),
      Location: `https://route53.amazonaws.com/2013-04-01/hostedzone/${id}`,
    };
  });
}

/** Zones whose names are equal, or one below the other, must not share a name server. */
function refuseUnfit(context: Context, set: StoredDelegationSet, name: string, zones: StoredZone[]): void {
  const most = context.dials.maxZonesPerReusableDelegationSet;
  if (zonesOfSet(context, set.id) >= most) throw tooManyZones('MAX_ZONES_BY_REUSABLE_DELEGATION_SET', most);
  const rival = zones.some(
    ({ zone, nameServers }) =>
      (liesWithin(name, zone.Name) || liesWithin(zone.Name, name)) &&
      nameServers.some((server) => set.nameServers.includes(server)),
  );
  if (rival)
    throw new Failure(
      'ConflictingDomainExists',
      `Cannot create hosted zone with DelegationSetId DelegationSetId:${set.id} as the DNSName${name} conflicts with existing ones sharing the delegation set`,
    );
}

function tooManyZones(limit: string, most: number): Failure {
  return new Failure('TooManyHostedZones', `Limits Exceeded: ${limit} - Cannot create more than ${most} hosted zones`);
}
