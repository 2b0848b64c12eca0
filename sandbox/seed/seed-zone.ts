import type { Context } from '../context';
import { createHostedZone } from '../services/route-53/create-hosted-zone';
import { bareId } from '../services/route-53/zone';

/** The provider's own zone; returns its id. */
export async function seedZone(context: Context): Promise<string> {
  const { HostedZone } = await createHostedZone(context, {
    Name: 'example.com',
    CallerReference: 'gatehouse-first-content',
    HostedZoneConfig: { Comment: 'Tenants of the shared gateway' },
  });
  return bareId(HostedZone?.Id);
}
