import 'server-only';
import { planRecords } from '@/lib/domains/plan-records';
import { publishRecords } from '@/lib/domains/steps/publish-records';
import { done, type TakeStep } from '@/lib/domains/steps/step';
import { validationRecords } from '@/lib/domains/wanted-records';

/** Puts the certificate's validation records into our zone. */
export const publishValidation: TakeStep = async (input) => {
  const { certificate, zoneRecords } = input.observed;
  if (!certificate.known || certificate.value === null || !zoneRecords.known) return done;
  const rules = { ownValues: [], takeover: input.domain.takeoverConfirmed };
  const plan = planRecords(validationRecords(certificate.value), zoneRecords.value, rules);
  return publishRecords(input, 'domain.validation-published', plan);
};
