import 'server-only';
import { listRecordSetsAt } from '@/lib/aws/route-53/list-record-sets-at';
import type { Context } from '@/lib/context';
import { look } from '@/lib/domains/observe/look';
import type { Known } from '@/lib/domains/observed';
import type { RecordSet } from '@/lib/inventory/model';

/** What a zone of ours holds at these names, pending changes included. */
export function observeZoneRecords(ctx: Context, zoneId: string, names: string[]): Promise<Known<RecordSet[]>> {
  return look(ctx.now(), () => listRecordSetsAt(ctx.aws, zoneId, names));
}
