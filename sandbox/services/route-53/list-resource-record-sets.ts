import type {
  ListResourceRecordSetsCommandInput,
  ListResourceRecordSetsCommandOutput,
  RRType,
} from '@aws-sdk/client-route-53';
import type { Answer, Context } from '../../context';
import { keyOf, reverseName } from '../../scope';
import { recordTypes } from './facets';
import { pageSize } from './max-items';
import { oneOf } from './one-of';
import { BadName, normaliseName } from './record-name';
import { invalidInput } from './refusals';
import { bareId, findZone } from './zone';

const maxPage = 300;

/**
 * https://docs.aws.amazon.com/Route53/latest/APIReference/API_ListResourceRecordSets.html: sorted by name with its labels
 * reversed, then type, then set identifier; a page starts at the given name (and type, and identifier).
 */
export function listResourceRecordSets(
  context: Context,
  input: ListResourceRecordSetsCommandInput,
): Answer<ListResourceRecordSetsCommandOutput> {
  const { StartRecordName, StartRecordType, StartRecordIdentifier } = input;
  const zoneId = bareId(findZone(context, input.HostedZoneId).zone.Id);
  if (StartRecordType && !StartRecordName)
    throw invalidInput('The input includes StartRecordType but not StartRecordName.');
  if (StartRecordIdentifier && !StartRecordType)
    throw invalidInput('The input includes StartRecordIdentifier but not StartRecordType.');
  if (StartRecordType) oneOf(recordTypes, StartRecordType, 'startRecordType');
  const size = pageSize(input.MaxItems, maxPage);
  const start = StartRecordName
    ? placeOf([reversedStart(StartRecordName), StartRecordType ?? '', StartRecordIdentifier ?? ''])
    : '';
  const prefix = keyOf.recordSet(zoneId);
  const sorted = [...context.state.keys('recordSets', prefix)]
    .map((key) => ({ key, place: placeOf(splitKey(key.slice(prefix.length))) }))
    .filter(({ place }) => place >= start)
    .sort((a, b) => (a.place < b.place ? -1 : 1));
  const read = (key: string) => context.state.get('recordSets', key);
  const nextKey = sorted[size]?.key;
  const next = nextKey === undefined ? undefined : read(nextKey);
  return {
    ResourceRecordSets: sorted.slice(0, size).flatMap(({ key }) => read(key) ?? []),
    IsTruncated: next !== undefined,
    ...(next ? { NextRecordName: next.Name, NextRecordType: next.Type as RRType } : {}),
    ...(next?.SetIdentifier ? { NextRecordIdentifier: next.SetIdentifier } : {}),
    MaxItems: size,
  };
}

/** `com.example.www./A/set` -> its three parts; names hold no slash, identifiers may. */
function splitKey(rest: string): [string, string, string] {
  const [, name = '', type = '', setIdentifier = ''] = /^([^/]*)\/([^/]*)\/(.*)$/s.exec(rest) ?? [];
  return [name, type, setIdentifier];
}

/** Compares as AWS does: the space sorts below everything a name can hold, which the slash of the state's keys doesn't. */
function placeOf(parts: [name: string, type: string, setIdentifier: string]): string {
  return parts.join(' ');
}

function reversedStart(name: string): string {
  try {
    return reverseName(normaliseName(name));
  } catch (error) {
    if (error instanceof BadName) throw invalidInput(error.message);
    throw error;
  }
}
