import 'server-only';
import { ChangeResourceRecordSetsCommand } from '@aws-sdk/client-route-53';
import type { RecordSet } from '@/lib/inventory/model';
import type { Aws } from '../clients';
import { required } from '../reshape';
import { toWireRecordSet } from './reshape-record-set';

export interface RecordChange {
  action: 'CREATE' | 'UPSERT' | 'DELETE';
  record: RecordSet;
}

/**
 * Changes records of a zone, all or none. A deletion has to repeat the record as it was read.
 *
 * @param comment what it is for; AWS keeps it with the change (256 characters)
 * @returns the change, to be followed with `getChange`
 * @throws AwsError `conflict` when another record is in the way or a deleted one has changed
 */
export async function changeResourceRecordSets(
  aws: Aws,
  zoneId: string,
  changes: readonly RecordChange[],
  comment: string,
): Promise<{ changeId: string }> {
  const command = new ChangeResourceRecordSetsCommand({
    HostedZoneId: zoneId,
    ChangeBatch: {
      Comment: comment.slice(0, 256),
      Changes: changes.map(({ action, record }) => ({ Action: action, ResourceRecordSet: toWireRecordSet(record) })),
    },
  });
  const { ChangeInfo } = await aws.route53.send(command);
  return { changeId: required(ChangeInfo?.Id, 'Id').replace(/^\/change\//, '') };
}
