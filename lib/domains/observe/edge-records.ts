import 'server-only';
import { listResourceRecordSets } from '@/lib/aws/route-53/list-resource-record-sets';
import { unlessAbsent } from '@/lib/aws/unless-absent';
import type { Context } from '@/lib/context';
import { look } from '@/lib/domains/observe/look';
import { type Known, notAsked, type Subject } from '@/lib/domains/observed';
import type { RecordSet } from '@/lib/inventory/model';

/** What our zone holds at the domain's stable name; nothing, where the zone is gone. */
export async function observeEdgeRecords(ctx: Context, { edge }: Subject): Promise<Known<RecordSet[]>> {
  if (edge === null) return notAsked;
  return look(ctx.now(), () =>
    unlessAbsent<RecordSet[], RecordSet[]>([], () => listResourceRecordSets(ctx.aws, edge.zoneId, { name: edge.name })),
  );
}
