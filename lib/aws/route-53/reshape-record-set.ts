import 'server-only';
import type { ResourceRecordSet } from '@aws-sdk/client-route-53';
import type { RecordSet } from '@/lib/inventory/model';
import { dnsName, required } from '../reshape';

/** Types whose whole value is one name: ours carry no trailing dot, AWS's do. */
const nameValued = new Set(['CNAME', 'NS', 'PTR']);

/** A record set in our words. */
export function reshapeRecordSet(set: ResourceRecordSet): RecordSet {
  const type = required(set.Type, 'Type');
  const values = (set.ResourceRecords ?? []).map((record) => required(record.Value, 'Value'));
  const alias = set.AliasTarget;
  return {
    name: dnsName(required(set.Name, 'Name')),
    type,
    ttl: set.TTL ?? null,
    values: nameValued.has(type) ? values.map((value) => value.replace(/\.$/, '')) : values,
    alias: alias
      ? { dnsName: dnsName(required(alias.DNSName, 'DNSName')), zoneId: required(alias.HostedZoneId, 'HostedZoneId') }
      : null,
    setIdentifier: set.SetIdentifier ?? null,
  };
}

/** A record set in AWS's words. */
export function toWireRecordSet(record: RecordSet): ResourceRecordSet {
  const dotted = (value: string) => (nameValued.has(record.type) && !value.endsWith('.') ? `${value}.` : value);
  return {
    Name: `${record.name}.`,
    Type: record.type as ResourceRecordSet['Type'],
    ...(record.setIdentifier === null ? {} : { SetIdentifier: record.setIdentifier }),
    ...(record.alias
      ? {
          AliasTarget: {
            HostedZoneId: record.alias.zoneId,
            DNSName: `${record.alias.dnsName}.`,
            EvaluateTargetHealth: false,
          },
        }
      : { TTL: record.ttl ?? 300, ResourceRecords: record.values.map((value) => ({ Value: dotted(value) })) }),
  };
}
