import 'server-only';
import { ListResourceRecordSetsCommand } from '@aws-sdk/client-route-53';
import type { RecordSet } from '@/lib/inventory/model';
import type { Aws } from '../clients';
import { dnsName, required } from '../reshape';
import { listResourceRecordSets } from './list-resource-record-sets';
import { reshapeRecordSet } from './reshape-record-set';

/**
 * The record sets of a zone at some names. A page begins at a name and goes on with what follows in the zone's order, so that a
 * hostname and the validation record below it mostly take one call.
 */
export async function listRecordSetsAt(aws: Aws, zoneId: string, names: readonly string[]): Promise<RecordSet[]> {
  const found: RecordSet[] = [];
  const wanted = [...new Set(names.map(dnsName))];
  // Whether `*` sorts as itself or as its escape `\052` is not documented: what is read on the way to a name may leave it out.
  for (const name of wanted.filter((one) => one.includes('*')))
    found.push(...(await listResourceRecordSets(aws, zoneId, { name })));
  let rest = wanted.filter((name) => !name.includes('*')).sort((a, b) => compare(zoneOrder(a), zoneOrder(b)));
  for (let [first] = rest; first !== undefined; [first] = rest) {
    const page = await aws.route53.send(
      new ListResourceRecordSetsCommand({ HostedZoneId: zoneId, StartRecordName: `${first}.` }),
    );
    const end = required(page.IsTruncated, 'IsTruncated')
      ? zoneOrder(dnsName(required(page.NextRecordName, 'NextRecordName')))
      : null;
    const read = new Set(end === null ? rest : rest.filter((name) => compare(zoneOrder(name), end) < 0));
    if (read.has(first)) {
      found.push(...(page.ResourceRecordSets ?? []).map(reshapeRecordSet).filter(({ name }) => read.has(name)));
    } else {
      // More record sets at one name than a page holds.
      found.push(...(await listResourceRecordSets(aws, zoneId, { name: first })));
      read.add(first);
    }
    rest = rest.filter((name) => !read.has(name));
  }
  return found;
}

/** By name with the labels reversed, the trailing dot included (API_ListResourceRecordSets). A `*` as early as may be: too little counts as read. */
function zoneOrder(name: string): string {
  return `${name.split('.').reverse().join('.')}.`;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
