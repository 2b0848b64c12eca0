import type { Observed, Subject } from '@/lib/domains/observed';
import { planRecords, type RecordPlan, targetOf } from '@/lib/domains/plan-records';
import { leadsToAGateway } from '@/lib/domains/plan-removal';
import { aliasRecords } from '@/lib/domains/wanted-records';
import type { RecordSet } from '@/lib/inventory/model';

/**
 * What has to change in our zone so that the domain's stable name leads to the gateway's target. Pure. A record there that
 * leads to another target is an older one of ours: the names below the label are made here only.
 */
export function planEdgeName({ edge }: Subject, observed: Observed): RecordPlan {
  const domain = observed.gatewayDomain.known ? observed.gatewayDomain.value : null;
  if (edge === null || domain === null || !observed.edgeRecords.known) return { state: 'equal' };
  const wanted = aliasRecords(edge.name, domain);
  if (wanted.length === 0) return { state: 'equal' };
  const existing = observed.edgeRecords.value;
  return planRecords(wanted, existing, { ownValues: ownEdgeRecords(observed).map(targetOf), takeover: false });
}

/** The records at the stable name that lead to a gateway; anything else there was made by somebody else. */
export function ownEdgeRecords({ edgeRecords }: Observed): RecordSet[] {
  if (!edgeRecords.known) return [];
  return edgeRecords.value.filter(
    (record) => record.setIdentifier === null && record.alias !== null && leadsToAGateway(targetOf(record)),
  );
}
