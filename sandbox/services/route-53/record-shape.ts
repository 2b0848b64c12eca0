import type { Change, ResourceRecordSet } from '@aws-sdk/client-route-53';
import { invalidInput } from './refusals';

const actions = ['CREATE', 'DELETE', 'UPSERT'];
const types = [
  'SOA',
  'A',
  'TXT',
  'NS',
  'CNAME',
  'MX',
  'NAPTR',
  'PTR',
  'SRV',
  'SPF',
  'AAAA',
  'CAA',
  'DS',
  'TLSA',
  'SSHFP',
  'SVCB',
  'HTTPS',
];
const maxTtl = 2_147_483_647;
const setIdentifier = /^[^\p{Cc}\p{Cs}]{1,128}$/u;

/** Refuses what AWS's XML schema or request check would, before any rule about the zone (facts 9.6, InvalidInput). */
export function refuseMisshapen(change: Change): void {
  const { Action = '', ResourceRecordSet: set } = change;
  if (!actions.includes(Action)) throw invalidInput(enumeration(Action, actions));
  if (!set?.Name || !set.Type)
    throw invalidInput(
      "Invalid XML ; cvc-complex-type.2.4.b: The content of element 'ResourceRecordSet' is not complete.",
    );
  if (!types.includes(set.Type)) throw invalidInput(enumeration(set.Type, types));
  const description = changeInWords(Action, set);
  const values = set.ResourceRecords?.length ?? 0;
  const ways = [
    set.AliasTarget !== undefined,
    set.TTL !== undefined || values > 0,
    set.TrafficPolicyInstanceId !== undefined,
  ];
  const expected =
    'Expected exactly one of [AliasTarget, all of [TTL, and ResourceRecords], or TrafficPolicyInstanceId], but found';
  const count = ways.filter(Boolean).length;
  if (count > 1) throw invalidInput(`Invalid request: ${expected} more than one in Change with ${description}`);
  if (count === 0 || (ways[1] && (set.TTL === undefined || values === 0)))
    throw invalidInput(`Invalid request: ${expected} none in Change with ${description}`);
  if (set.TTL !== undefined && !(Number.isInteger(set.TTL) && set.TTL >= 0 && set.TTL <= maxTtl))
    throw invalidInput(`Invalid TTL: ${set.TTL}`);
  const routed =
    set.Weight !== undefined || set.Region || set.Failover || set.GeoLocation || set.MultiValueAnswer !== undefined;
  if (routed && !set.SetIdentifier)
    throw invalidInput(`Invalid request: Missing field 'SetIdentifier' in Change with ${description}`);
  if (set.SetIdentifier !== undefined && !setIdentifier.test(set.SetIdentifier))
    throw invalidInput(
      `Invalid request: SetIdentifier must have 1 to 128 printable characters in Change with ${description}`,
    );
  const target = set.AliasTarget;
  if (target && (!target.HostedZoneId || !target.DNSName || target.EvaluateTargetHealth === undefined)) {
    throw invalidInput("Invalid XML ; cvc-complex-type.2.4.b: The content of element 'AliasTarget' is not complete.");
  }
}

function enumeration(value: string, allowed: string[]): string {
  return `Invalid XML ; cvc-enumeration-valid: Value '${value}' is not facet-valid with respect to enumeration '[${allowed.join(', ')}]'. It must be a value from the enumeration.`;
}

function changeInWords(action: string, set: ResourceRecordSet): string {
  return `[Action=${action}, Name=${set.Name}, Type=${set.Type}, SetIdentifier=${set.SetIdentifier ?? 'null'}]`;
}
