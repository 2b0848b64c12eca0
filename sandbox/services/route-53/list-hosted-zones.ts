import type { ListHostedZonesCommandInput, ListHostedZonesCommandOutput } from '@aws-sdk/client-route-53';
import type { Answer, Context } from '../../context';
import { keyOf } from '../../scope';
import { pageSize } from './max-items';
import { bareId, findZone, zoneView } from './zone';

/** https://docs.aws.amazon.com/Route53/latest/APIReference/API_ListHostedZones.html */
export function listHostedZones(
  context: Context,
  input: ListHostedZonesCommandInput,
): Answer<ListHostedZonesCommandOutput> {
  const size = pageSize(input.MaxItems, 100);
  if (input.Marker) findZone(context, input.Marker);
  const all = context.state
    .list('zones', keyOf.zone(context.account))
    .filter(({ zone }) => !input.Marker || bareId(zone.Id) >= bareId(input.Marker));
  const next = all[size];
  return {
    HostedZones: all.slice(0, size).map((stored) => zoneView(context, stored)),
    ...(input.Marker ? { Marker: input.Marker } : {}),
    IsTruncated: next !== undefined,
    ...(next ? { NextMarker: bareId(next.zone.Id) } : {}),
    MaxItems: size,
  } as Answer<ListHostedZonesCommandOutput>;
}
