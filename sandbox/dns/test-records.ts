import { defaultAccount, keyOf } from '../scope';
import type { State } from '../state';

/** A public hosted zone with the SOA record that Route 53 gives it; for tests. */
export async function putZone(state: State, zoneId: string, name: string, nameServers: string[]): Promise<void> {
  await state.write((tx) =>
    tx.put('zones', keyOf.zone(defaultAccount, zoneId), {
      zone: { Id: `/hostedzone/${zoneId}`, Name: name, CallerReference: zoneId, Config: { PrivateZone: false } },
      nameServers,
      tags: [],
    }),
  );
  const soa = `${nameServers[0]}. awsdns-hostmaster.amazon.com. 1 7200 900 1209600 86400`;
  await putRecord(state, zoneId, { Name: name, Type: 'SOA', TTL: 900, values: [soa] });
}

interface TestRecord {
  Name: string;
  Type: 'A' | 'AAAA' | 'CNAME' | 'TXT' | 'NS' | 'SOA' | 'CAA';
  TTL?: number;
  values?: string[];
  alias?: string;
}

/** A record set under the key, and in the shape, that the Route 53 part writes; for tests. */
export async function putRecord(state: State, zoneId: string, record: TestRecord): Promise<void> {
  const { Name, Type, TTL, values, alias } = record;
  await state.write((tx) =>
    tx.put('recordSets', keyOf.recordSet(zoneId, Name, Type), {
      Name,
      Type,
      zoneId,
      ...(alias === undefined
        ? { TTL, ResourceRecords: (values ?? []).map((Value) => ({ Value })) }
        : { AliasTarget: { DNSName: alias, HostedZoneId: 'Z1UJRXOUMOOFQ8', EvaluateTargetHealth: false } }),
    }),
  );
}
