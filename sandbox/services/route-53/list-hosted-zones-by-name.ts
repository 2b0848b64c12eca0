import type { ListHostedZonesByNameCommandInput, ListHostedZonesByNameCommandOutput } from '@aws-sdk/client-route-53';
import type { Answer, Context } from '../../context';
import type { StoredZone } from '../../model';
import { keyOf, reverseName } from '../../scope';
import { pageSize } from './max-items';
import { invalidInput } from './refusals';
import { bareId, zoneName, zoneView } from './zone';

/** https://docs.aws.amazon.com/Route53/latest/APIReference/API_ListHostedZonesByName.html: starts at the name, doesn't filter. */
export function listHostedZonesByName(
  context: Context,
  input: ListHostedZonesByNameCommandInput,
): Answer<ListHostedZonesByNameCommandOutput> {
  const { DNSName, HostedZoneId } = input;
  if (HostedZoneId && !DNSName) throw invalidInput('The input includes HostedZoneId but not DNSName.');
  const size = pageSize(input.MaxItems, 100);
  const start = DNSName ? `${reverseName(zoneName(DNSName))} ${bareId(HostedZoneId)}` : '';
  const all = context.state
    .list('zones', keyOf.zone(context.account))
    .map((stored) => ({ stored, place: placeOf(stored) }))
    .filter(({ place }) => place >= start)
    .sort((a, b) => (a.place < b.place ? -1 : 1));
  const next = all[size]?.stored.zone;
  return {
    HostedZones: all.slice(0, size).map(({ stored }) => zoneView(context, stored)),
    ...(DNSName ? { DNSName } : {}),
    ...(HostedZoneId ? { HostedZoneId } : {}),
    IsTruncated: next !== undefined,
    ...(next ? { NextDNSName: next.Name, NextHostedZoneId: bareId(next.Id) } : {}),
    MaxItems: size,
  };
}

function placeOf({ zone }: StoredZone): string {
  return `${reverseName(zone.Name)} ${bareId(zone.Id)}`;
}
