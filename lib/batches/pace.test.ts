import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Ahead, estimateFinish, slotsAhead } from './pace';
import { submissionIdOf } from './submission-id';

const now = Date.UTC(2026, 11, 1);
const base: Ahead = {
  now,
  nextSlotAt: now,
  intervalMs: 30_000,
  slots: 40,
  othersSlots: 0,
  ready: true,
  free: 0,
  leadMs: [],
  tailMs: 0,
  scale: 1,
};
const minutes = (of: Partial<Ahead>) => (estimateFinish({ ...base, ...of })?.inMs ?? 0) / 60_000;

describe('the estimate', () => {
  it('says 20 minutes for 40 domains, less the first, which goes at once', () => {
    expect(minutes({})).toBe(19.5);
    expect(minutes({ nextSlotAt: now + 30_000 })).toBe(20);
  });
  it('waits for the first certificate', () => expect(minutes({ ready: false, leadMs: [60_000] })).toBe(20.5));
  it('counts others that come in between', () => expect(minutes({ othersSlots: 2 })).toBe(20.5));
  it('asks for seconds where no such call is needed', () =>
    expect(minutes({ slots: 0, free: 45, tailMs: 5_000 })).toBeCloseTo(41 / 60));
  it('has nothing to say when nothing is left', () => expect(estimateFinish({ ...base, slots: 0 })).toBeNull());
  it('shrinks with each row done', () => {
    fc.assert(
      fc.property(fc.nat(500), fc.nat(500), fc.nat(60_000), (slots, free, wait) => {
        const of = { slots: slots + 1, free, nextSlotAt: now + wait };
        expect(minutes({ ...of, slots })).toBeLessThanOrEqual(minutes(of));
      }),
    );
  });
});

describe('how many go ahead', () => {
  it.each([
    [[], 30_000, 1, 8],
    [[10_000], 30_000, 1, 3],
    [[300_000, 10_000], 30_000, 1, 12],
    [Array(20).fill(3_600_000), 30_000, 1, 40],
    [[], 3_000, 10, 8],
  ])('%j under one in %d ms', (leads, interval, scale, ahead) => {
    expect(slotsAhead(leads, interval, scale)).toBe(ahead);
  });
});

it('a row has one submission, and no other row the same', () => {
  const id = submissionIdOf('00000000-0000-4000-8000-000000000000', 2);
  expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  expect(submissionIdOf('00000000-0000-4000-8000-000000000000', 2)).toBe(id);
  expect(submissionIdOf('00000000-0000-4000-8000-000000000000', 3)).not.toBe(id);
});
