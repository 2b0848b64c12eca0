import 'server-only';
import { listResourceRecordSets } from '@/lib/aws/route-53/list-resource-record-sets';
import type { Context } from '@/lib/context';
import { look } from '@/lib/domains/observe/look';
import type { Known } from '@/lib/domains/observed';
import type { RecordSet } from '@/lib/inventory/model';

/** What a zone of ours holds at these names, pending changes included. */
export function observeZoneRecords(ctx: Context, zoneId: string, names: string[]): Promise<Known<RecordSet[]>> {
  return look(ctx.now(), async () => {
    const records: RecordSet[] = [];
    for (const name of new Set(names)) records.push(...(await listResourceRecordSets(ctx.aws, zoneId, { name })));
    return records;
  });
}
