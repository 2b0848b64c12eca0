import 'server-only';
import { ListHostedZonesCommand } from '@aws-sdk/client-route-53';
import type { HostedZone } from '@/lib/inventory/model';
import type { Aws } from '../clients';
import { collectPages } from '../collect-pages';
import { dnsName, required } from '../reshape';

/** All hosted zones of the account, private ones included. */
export function listHostedZones(aws: Aws): Promise<HostedZone[]> {
  return collectPages(async (marker: string | undefined) => {
    const page = await aws.route53.send(new ListHostedZonesCommand({ MaxItems: 100, Marker: marker }));
    const items = (page.HostedZones ?? []).map((zone) => ({
      id: required(zone.Id, 'Id').replace(/^\/hostedzone\//, ''),
      name: dnsName(required(zone.Name, 'Name')),
      private: zone.Config?.PrivateZone ?? false,
      recordCount: zone.ResourceRecordSetCount ?? 0,
      comment: zone.Config?.Comment || null,
    }));
    return { items, next: required(page.IsTruncated, 'IsTruncated') ? page.NextMarker : undefined };
  });
}
