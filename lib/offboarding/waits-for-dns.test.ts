import { describe, expect, it } from 'vitest';
import { notAsked } from '@/lib/domains/observed';
import { absent, customer, decideCase, is, routing, trouble } from '@/lib/domains/testing/decide-fixtures';
import { waitsForDns } from './waits-for-dns';

const leadsHere = is(routing({ chain: ['d-abc.execute-api.us-east-1.amazonaws.com'] }));
const leadsAway = is(routing({ chain: ['shop.elsewhere.test'], addresses: ['192.0.2.9'] }));
const gone = { wanted: { ...absent, ...customer }, observed: { zoneRecords: notAsked, mappings: is([]) } };
const at = (over: NonNullable<Parameters<typeof decideCase>[0]>) =>
  decideCase({ ...gone, ...over, observed: { ...gone.observed, ...over.observed } }).status;
const step = 'remove-domain-name' as const;

describe('a removal is gone on with despite the DNS only where it waits for the DNS', () => {
  it.each([
    ['the name still leads there', at({ observed: { routing: leadsHere } }), true],
    ['the public DNS could not be asked', at({ observed: { routing: { known: false, trouble: null } } }), true],
    ['the name leads elsewhere', at({ observed: { routing: leadsAway } }), false],
    [
      "AWS's quota is used up",
      at({
        observed: { routing: leadsAway },
        attempt: { step, result: 'waiting', actor: 'aws', sentence: "Waiting for AWS's quota.", retryAt: null },
      }),
      false,
    ],
    [
      'the call failed and is tried again',
      at({
        observed: { routing: leadsAway },
        attempt: { step, result: 'failed', trouble: trouble(), retryAt: null },
      }),
      false,
    ],
    ['an operator has gone on already', at({ subject: { danglingConfirmed: true } }), false],
    ['nothing was looked at yet', null, false],
  ])('%s', (_title, status, waits) => {
    expect(waitsForDns(status)).toBe(waits);
  });
});
