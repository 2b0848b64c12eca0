import 'server-only';
import { planEdgeName } from '@/lib/domains/plan-edge-name';
import { publishRecords } from '@/lib/domains/steps/publish-records';
import { done, type TakeStep } from '@/lib/domains/steps/step';

/** Leads the domain's stable name in our zone to the gateway's target. */
export const publishEdgeName: TakeStep = async (input) => {
  const { edge } = input.domain;
  if (edge === null) return done;
  const plan = planEdgeName(input.domain, input.observed);
  return publishRecords(input, 'domain.edge-name-published', plan, edge.zoneId);
};
