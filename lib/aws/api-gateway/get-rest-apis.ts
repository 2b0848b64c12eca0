import 'server-only';
import { GetRestApisCommand } from '@aws-sdk/client-api-gateway';
import type { RestApi } from '@/lib/inventory/model';
import type { Aws } from '../clients';
import { collectPages } from '../collect-pages';
import { isoTime, required } from '../reshape';

/** All REST APIs of the account in the region. */
export function getRestApis(aws: Aws): Promise<RestApi[]> {
  return collectPages(async (position: string | undefined) => {
    const page = await aws.apiGateway.send(new GetRestApisCommand({ limit: 500, position }));
    const items = (page.items ?? []).map((api) => ({
      id: required(api.id, 'id'),
      name: api.name ?? '',
      description: api.description ?? null,
      createdAt: isoTime(api.createdDate),
      endpointType: api.endpointConfiguration?.types?.[0] ?? ('EDGE' as const),
      executeApiDisabled: api.disableExecuteApiEndpoint ?? false,
      tags: api.tags ?? {},
    }));
    return { items, next: page.position };
  });
}
