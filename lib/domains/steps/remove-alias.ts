import 'server-only';
import { ownRoutingRecords } from '@/lib/domains/plan-removal';
import { removeRecords } from '@/lib/domains/steps/remove-records';
import type { TakeStep } from '@/lib/domains/steps/step';

/** Takes the hostname's records out of our zone, so that no client comes any more. */
export const removeAlias: TakeStep = async (input) =>
  removeRecords(input, 'domain.alias-removed', ownRoutingRecords(input.domain, input.observed, input.domain.previous));
