import 'server-only';
import { getBasePathMappings } from '@/lib/aws/api-gateway/get-base-path-mappings';
import { unlessAbsent } from '@/lib/aws/unless-absent';
import type { Context } from '@/lib/context';
import { look } from '@/lib/domains/observe/look';
import type { Known } from '@/lib/domains/observed';
import type { Mapping } from '@/lib/inventory/model';

/** All mappings of a custom domain name; none when it was deleted a moment ago. */
export function observeMappings(ctx: Context, name: string): Promise<Known<Mapping[]>> {
  return look(ctx.now(), () => unlessAbsent<Mapping[], Mapping[]>([], () => getBasePathMappings(ctx.aws, name)));
}
