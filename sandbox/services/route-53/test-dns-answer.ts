import type { TestDNSAnswerCommandInput, TestDNSAnswerCommandOutput } from '@aws-sdk/client-route-53';
import type { Answer, Context } from '../../context';
import { resolveInZone } from '../../dns/resolve-in-zone';
import { recordTypes } from './facets';
import { oneOf } from './one-of';
import { liesWithin } from './record-name';
import { invalidInput } from './refusals';
import { findZone, zoneName } from './zone';

/** https://docs.aws.amazon.com/Route53/latest/APIReference/API_TestDNSAnswer.html: what the zone itself says, delegated or not (facts 9.7). */
export function testDnsAnswer(context: Context, input: TestDNSAnswerCommandInput): Answer<TestDNSAnswerCommandOutput> {
  const type = oneOf(recordTypes, input.RecordType, 'recordType');
  const stored = findZone(context, input.HostedZoneId);
  const name = zoneName(input.RecordName ?? '');
  if (!liesWithin(name, stored.zone.Name)) throw invalidInput(`${name} is not in the hosted zone ${stored.zone.Name}`);
  const { rcode, values } = resolveInZone(context.state, stored, name, type);
  return {
    Nameserver: stored.nameServers[0],
    RecordName: name,
    RecordType: input.RecordType,
    RecordData: values,
    ResponseCode: rcode,
    Protocol: 'UDP',
  };
}
