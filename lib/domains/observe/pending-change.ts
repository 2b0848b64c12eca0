import 'server-only';
import { getChange } from '@/lib/aws/route-53/get-change';
import { unlessAbsent } from '@/lib/aws/unless-absent';
import type { Context } from '@/lib/context';
import { look } from '@/lib/domains/observe/look';
import { type Known, notAsked } from '@/lib/domains/observed';

/** Whether the last change of ours has reached all name servers. One that Route 53 has forgotten has. */
export async function observePendingChange(
  ctx: Context,
  changeId: string | null,
): Promise<Known<'PENDING' | 'INSYNC'>> {
  if (changeId === null) return notAsked;
  return look(ctx.now(), () => unlessAbsent('INSYNC' as const, () => getChange(ctx.aws, changeId)));
}
