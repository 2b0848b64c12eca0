import { diagnoseRecord } from '@/lib/doctor/cname/diagnose-record';
import { type Check, findingsOf } from '@/lib/doctor/finding';
import { alone } from './alone';

/** Is the record published by which ACM recognises the owner, now for issuing and later for renewing? */
export const checkValidationRecord: Check = (facts) => {
  const make = findingsOf('validation-record', facts);
  const records = facts.home.wanted.filter(({ purpose }) => purpose === 'validation');
  if (records.length > 0) return alone(records.map((record) => diagnoseRecord(facts, record, make)));
  const sentence = !facts.home.validationNeeded
    ? 'Its certificate needs no validation record of this domain.'
    : facts.home.source === 'nothing'
      ? 'Only ACM knows the record, and nothing is known of a certificate for this name.'
      : 'ACM has not named the record yet.';
  return [make.skipped({ code: facts.home.validationNeeded ? 'not-known' : 'not-needed', sentence })];
};
