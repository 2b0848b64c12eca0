import 'server-only';
import { getDomainName } from '@/lib/aws/api-gateway/get-domain-name';
import type { Context } from '@/lib/context';
import { look } from '@/lib/domains/observe/look';
import type { Known } from '@/lib/domains/observed';
import type { GatewayDomain } from '@/lib/inventory/model';

/** The custom domain name that serves the hostname; null when there is none of that name. */
export function observeGatewayDomain(ctx: Context, name: string): Promise<Known<GatewayDomain | null>> {
  return look(ctx.now(), () => getDomainName(ctx.aws, name));
}
