import { diagnoseRecord } from '@/lib/doctor/cname/diagnose-record';
import { type Check, findingsOf } from '@/lib/doctor/finding';
import { alone } from './alone';

/** Does the name lead to the gateway, at the servers in charge and as resolvers see it? */
export const checkRoutingRecord: Check = (facts) => {
  const make = findingsOf('routing-record', facts);
  const records = facts.home.wanted.filter(({ purpose }) => purpose === 'routing');
  if (facts.home.phase === 'prepare') {
    const sentence =
      'Not looked at: the domain is being prepared, and its traffic stays where it is until it is cut over.';
    return [make.skipped({ code: 'preparing', sentence })];
  }
  // The gateway may have no IPv6 address: then there is nothing to be seen of the AAAA record.
  const shown = records.filter(({ type }) => type !== 'AAAA');
  if (shown.length > 0) return alone(shown.map((record) => diagnoseRecord(facts, record, make)));
  const sentence =
    facts.home.source === 'nothing'
      ? 'Where it has to lead is not known.'
      : 'The gateway has no name for this domain yet.';
  return [make.skipped({ code: 'not-known', sentence })];
};
