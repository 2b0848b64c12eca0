import { describe, expect, it } from 'vitest';
import { notAsked } from '@/lib/domains/observed';
import { pending } from '@/lib/domains/testing/certificate-rows';
import {
  customer,
  decideCase,
  edge,
  edgeRecords,
  is,
  liveBefore,
  notSeen,
  nowhere,
  proof,
  routing,
  seen,
} from '@/lib/domains/testing/decide-fixtures';
import { describeDomain, type ToDescribe } from './describe-domain';

type Case = Parameters<typeof decideCase>[0];
const about = { hostname: 'shop.example.com', kind: 'customer', intent: 'present', phase: 'cut-over' } as const;

function told(given: Case, more: Partial<ToDescribe> = {}) {
  const { status } = decideCase({ wanted: customer, subject: { edge }, ...given });
  return describeDomain({ ...about, status, ...more });
}
const states = ({ checklist }: ReturnType<typeof told>) =>
  Object.fromEntries(checklist.map(({ key, state }) => [key, state]));

describe('in the words of its owner', () => {
  it('before anybody has looked', () => {
    const seenFirst = describeDomain({ ...about, status: null });
    expect(seenFirst.headline).toBe('ours');
    expect(states(seenFirst)).toMatchObject({ proof: 'ours', routing: 'later', live: 'later' });
  });

  it('on the first day both records are asked for', () => {
    const first = told({ observed: { ...pending, validation: notSeen(), routing: is(nowhere) } });
    expect(first).toMatchObject({ headline: 'yours', sentence: expect.stringContaining('You can add them all now') });
    expect(states(first)).toEqual({
      proof: 'yours',
      certificate: 'later',
      service: 'later',
      routing: 'yours',
      live: 'later',
    });
  });

  it('says what stands there instead', () => {
    const other = told({
      observed: { ...pending, validation: seen, routing: is(routing({ addresses: ['203.0.113.9'] })) },
    });
    expect(other.checklist.find(({ key }) => key === 'routing')).toMatchObject({
      state: 'problem',
      sentence: 'There is something else at this name: 203.0.113.9.',
    });
    expect(states(other)).toMatchObject({ proof: 'done', certificate: 'ours' });
  });

  it('when it is live', () => {
    const live = told({ observed: { edgeRecords: is(edgeRecords()) } });
    expect(live).toMatchObject({ headline: 'live', sentence: expect.stringContaining('keep the records for good') });
    expect(new Set(Object.values(states(live)))).toEqual(new Set(['done']));
  });

  it('when it is prepared, nothing is to be changed', () => {
    const observed = {
      edgeRecords: is(edgeRecords()),
      routing: is(routing({ addresses: ['203.0.113.9'] })),
      proof: notAsked,
      rehearsal: is(proof({ resolved: false })),
    };
    const prepared = told({ subject: { edge, phase: 'prepare' }, observed }, { phase: 'prepare' });
    expect(prepared.headline).toBe('prepared');
    expect(states(prepared)).toMatchObject({ routing: 'later', service: 'done' });
  });

  it('when it broke, and when it goes', () => {
    const failed = { proof: is(proof({ https: false })) };
    const before = { ...liveBefore(), headline: 'Broken' as const };
    expect(told({ previous: before, observed: failed })).toMatchObject({ headline: 'trouble' });
    expect(told({}, { intent: 'absent' })).toMatchObject({ headline: 'ending' });
  });

  it('asks for nothing where the name is in our own zone', () => {
    const { status } = decideCase({ observed: pending });
    expect(states(describeDomain({ ...about, kind: 'managed', status }))).not.toHaveProperty('routing');
  });

  it('never speaks of what stands behind', () => {
    const all = [
      told({}),
      told({ observed: { ...pending, validation: notSeen(), routing: is(nowhere) } }),
      told({ observed: { ...pending, validation: notSeen('TIMEOUT') } }),
    ];
    for (const { sentence, checklist } of all)
      for (const text of [sentence, ...checklist.flatMap((item) => [item.title, item.sentence])])
        expect(text).not.toMatch(/AWS|ACM|gateway|API|Route 53|mapping|Gatehouse|undefined|null/);
  });
});
