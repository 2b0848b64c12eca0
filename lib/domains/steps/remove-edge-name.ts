import 'server-only';
import { ownEdgeRecords } from '@/lib/domains/plan-edge-name';
import { removeRecords } from '@/lib/domains/steps/remove-records';
import { done, type TakeStep } from '@/lib/domains/steps/step';

/** Takes the domain's stable name out of our zone; a record of the customer's that still leads there then leads nowhere. */
export const removeEdgeName: TakeStep = async (input) => {
  const { edge } = input.domain;
  if (edge === null) return done;
  return removeRecords(input, 'domain.edge-name-removed', ownEdgeRecords(input.observed), edge.zoneId);
};
