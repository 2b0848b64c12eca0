import type { HostedZone } from '@aws-sdk/client-route-53';
import type { Context } from '../../context';
import type { StoredZone } from '../../model';
import { Failure } from '../../protocol/failure';
import { keyOf } from '../../scope';
import { BadName, normaliseName } from './record-name';

/** Ids come bare or with their prefix (facts 9.2): `/hostedzone/Z123` -> `Z123`. */
export function bareId(id = ''): string {
  return id.replace(/^\/?(hostedzone|change|delegationset)\//, '');
}

export function findZone(context: Context, id: string | undefined): StoredZone {
  const found = context.state.get('zones', keyOf.zone(context.account, bareId(id)));
  if (!found) throw new Failure('NoSuchHostedZone', `No hosted zone found with ID: ${bareId(id)}`, 404);
  return found;
}

/** The zone as it is shown, with the number of its records now. */
export function zoneView(context: Context, { zone }: StoredZone): HostedZone {
  return {
    ...zone,
    ResourceRecordSetCount: context.state.count('recordSets', keyOf.recordSet(bareId(zone.Id))),
  };
}

/** The name of a zone as Route 53 keeps it, or its refusal. */
export function zoneName(input: string): string {
  try {
    return normaliseName(input);
  } catch (error) {
    if (error instanceof BadName) throw new Failure('InvalidDomainName', error.message);
    throw error;
  }
}
