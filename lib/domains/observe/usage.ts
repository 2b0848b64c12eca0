import 'server-only';
import { getApiKeys } from '@/lib/aws/api-gateway/get-api-keys';
import type { Context } from '@/lib/context';
import { look } from '@/lib/domains/observe/look';
import type { Known } from '@/lib/domains/observed';
import { tenantTag } from '@/lib/domains/ownership';
import type { ApiKey } from '@/lib/inventory/model';

/** The API keys that carry a tenant's tag: its usage of the gateway, beside its hostnames. */
export function observeUsage(ctx: Context, slug: string): Promise<Known<ApiKey[]>> {
  return look(ctx.now(), async () => (await getApiKeys(ctx.aws)).filter((key) => key.tags[tenantTag] === slug));
}
