import 'server-only';
import { GetApiKeysCommand } from '@aws-sdk/client-api-gateway';
import type { ApiKey } from '@/lib/inventory/model';
import type { Aws } from '../clients';
import { collectPages } from '../collect-pages';
import { required } from '../reshape';

/** All API keys of the account and region, without their values. */
export function getApiKeys(aws: Aws): Promise<ApiKey[]> {
  return collectPages(async (position: string | undefined) => {
    const page = await aws.apiGateway.send(new GetApiKeysCommand({ limit: 500, position, includeValues: false }));
    const items = (page.items ?? []).map((key) => ({
      id: required(key.id, 'id'),
      name: key.name ?? null,
      enabled: key.enabled ?? false,
      tags: key.tags ?? {},
    }));
    return { items, next: page.position };
  });
}
