import 'server-only';
import { ownValidationRecords } from '@/lib/domains/plan-removal';
import { removeRecords } from '@/lib/domains/steps/remove-records';
import type { TakeStep } from '@/lib/domains/steps/step';

/** Takes the certificate's validation records out of our zone; `decide` has made sure that nobody else needs them. */
export const removeValidation: TakeStep = async (input) =>
  removeRecords(input, 'domain.validation-removed', ownValidationRecords(input.observed, input.domain.previous));
