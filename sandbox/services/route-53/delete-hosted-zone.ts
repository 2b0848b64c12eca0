import type { DeleteHostedZoneCommandInput, DeleteHostedZoneCommandOutput } from '@aws-sdk/client-route-53';
import type { Answer, Context } from '../../context';
import { Failure } from '../../protocol/failure';
import { keyOf } from '../../scope';
import { noteChange } from './change-info';
import { writeZone } from './write-zone';
import { bareId, findZone } from './zone';

/** https://docs.aws.amazon.com/Route53/latest/APIReference/API_DeleteHostedZone.html */
export function deleteHostedZone(
  context: Context,
  input: DeleteHostedZoneCommandInput,
): Promise<Answer<DeleteHostedZoneCommandOutput>> {
  return writeZone(context, input.Id, (tx) => {
    const { zone } = findZone(context, input.Id);
    const id = bareId(zone.Id);
    const records = [...context.state.entries('recordSets', keyOf.recordSet(id))];
    if (records.some(({ value }) => value.Name !== zone.Name || (value.Type !== 'SOA' && value.Type !== 'NS'))) {
      throw new Failure(
        'HostedZoneNotEmpty',
        'The specified hosted zone contains non-required resource record sets and so cannot be deleted.',
      );
    }
    for (const { key } of records) tx.remove('recordSets', key);
    tx.remove('zones', keyOf.zone(context.account, id));
    return { ChangeInfo: noteChange(context, tx, id) };
  });
}
