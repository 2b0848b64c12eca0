import 'server-only';
import { GetVpcLinksCommand } from '@aws-sdk/client-api-gateway';
import type { VpcLink } from '@/lib/inventory/model';
import type { Aws } from '../clients';
import { collectPages } from '../collect-pages';
import { required } from '../reshape';

/** All VPC links (v1) of the account in the region. */
export function getVpcLinks(aws: Aws): Promise<VpcLink[]> {
  return collectPages(async (position: string | undefined) => {
    const page = await aws.apiGateway.send(new GetVpcLinksCommand({ limit: 500, position }));
    const items = (page.items ?? []).map((link) => ({
      id: required(link.id, 'id'),
      name: link.name ?? '',
      description: link.description || null,
      status: link.status ?? 'AVAILABLE',
      statusMessage: link.statusMessage || null,
      targetArns: link.targetArns ?? [],
    }));
    return { items, next: page.position };
  });
}
