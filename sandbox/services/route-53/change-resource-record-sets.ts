import type {
  Change,
  ChangeResourceRecordSetsCommandInput,
  ChangeResourceRecordSetsCommandOutput,
} from '@aws-sdk/client-route-53';
import type { Answer, Context } from '../../context';
import { ChangeBatch } from './change-batch';
import { noteChange } from './change-info';
import { refuseMisshapen } from './record-shape';
import { invalidChangeBatch } from './refusals';
import { writeZone } from './write-zone';
import { bareId, findZone } from './zone';

const maxRecords = 1000;
const maxCharacters = 32_000;

/** https://docs.aws.amazon.com/Route53/latest/APIReference/API_ChangeResourceRecordSets.html: all changes or none. */
export function changeResourceRecordSets(
  context: Context,
  input: ChangeResourceRecordSetsCommandInput,
): Promise<Answer<ChangeResourceRecordSetsCommandOutput>> {
  const changes = input.ChangeBatch?.Changes ?? [];
  return writeZone(context, input.HostedZoneId, (tx) => {
    const { zone } = findZone(context, input.HostedZoneId);
    for (const change of changes) refuseMisshapen(change);
    refuseTooMuch(changes);
    const zoneId = bareId(zone.Id);
    const batch = new ChangeBatch(context, zoneId, zone.Name);
    const problems = [...changes.flatMap((change) => batch.apply(change)), ...batch.finish()];
    if (problems.length > 0) throw invalidChangeBatch(problems);
    for (const [key, record] of batch.changed) {
      if (record) tx.put('recordSets', key, record);
      else tx.remove('recordSets', key);
    }
    return { ChangeInfo: noteChange(context, tx, zoneId, input.ChangeBatch?.Comment) };
  });
}

/** An UPSERT counts twice, an alias as one record (facts 1.4). */
function refuseTooMuch(changes: Change[]): void {
  let records = 0;
  let characters = 0;
  for (const { Action, ResourceRecordSet: set } of changes) {
    const weight = Action === 'UPSERT' ? 2 : 1;
    const values = set?.ResourceRecords ?? [];
    records += weight * (set?.AliasTarget ? 1 : values.length);
    characters += weight * values.reduce((sum, { Value = '' }) => sum + Value.length, 0);
  }
  if (records > maxRecords) throw invalidChangeBatch([`Number of records limit of ${maxRecords} exceeded.`]);
  if (characters > maxCharacters) throw invalidChangeBatch([`RDATA character limit of ${maxCharacters} exceeded.`]);
}
