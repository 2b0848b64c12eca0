import 'server-only';
import { planRouting } from '@/lib/domains/plan-routing';
import { publishRecords } from '@/lib/domains/steps/publish-records';
import type { TakeStep } from '@/lib/domains/steps/step';

/** Puts the alias records A and AAAA into our zone, which brings the traffic. */
export const publishAlias: TakeStep = async (input) => {
  const plan = planRouting(input.domain, input.observed, input.domain.previous);
  return publishRecords(input, 'domain.alias-published', plan);
};
