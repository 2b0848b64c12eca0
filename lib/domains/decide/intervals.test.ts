import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { jitter, livePause, livePauses, pauseOf, placeOf } from '@/lib/domains/decide/intervals';

const age = fc.integer({ min: -60_000, max: 400 * 86_400_000 });
const { shortestMs, longestMs } = livePauses;

describe('the pause between two looks at a Live domain', () => {
  it('stays within its bounds and never shrinks while the domain is calm', () => {
    fc.assert(
      fc.property(fc.uuid(), age, age, (id, a, b) => {
        const [younger, older] = a < b ? [a, b] : [b, a];
        expect(livePause(id, younger)).toBeLessThanOrEqual(livePause(id, older));
        expect(livePause(id, a)).toBeGreaterThanOrEqual(Math.floor(shortestMs * (1 - jitter)));
        expect(livePause(id, a)).toBeLessThanOrEqual(Math.ceil(longestMs * (1 + jitter)));
      }),
    );
  });

  it('differs by no more than a tenth between domains, and is the same for one', () => {
    fc.assert(
      fc.property(fc.uuid(), fc.integer({ min: 0, max: 86_400_000 }), (id, calm) => {
        const middle = Math.min(longestMs, Math.max(shortestMs, calm / 4));
        expect(livePause(id, calm)).toBe(livePause(id, calm));
        expect(Math.abs(livePause(id, calm) - middle)).toBeLessThanOrEqual(middle * jitter + 1);
      }),
    );
  });

  it('begins with 20 s, reaches an hour within four, and looks some 45 times on the first day', () => {
    let looks = 0;
    for (let calm = 0; calm < 86_400_000; looks++) calm += livePause('0190-a', calm);
    expect(looks).toBeGreaterThan(35);
    expect(looks).toBeLessThan(55);
    expect(livePause('x', 4.1 * 3_600_000)).toBeGreaterThanOrEqual(0.9 * longestMs);
  });

  it('spreads a thousand domains that went live together', () => {
    const places = Array.from({ length: 1000 }, (_, n) =>
      placeOf(`00000000-0000-4000-8000-${String(n).padStart(12, '0')}`),
    );
    const tenths = Array.from({ length: 10 }, (_, n) => places.filter((place) => Math.floor(place * 10) === n).length);
    for (const count of tenths) expect(count).toBeGreaterThan(60);
  });
});

it('waits of a domain that serves grow further, and begin the same', () => {
  expect(pauseOf('lookup', 0, true)).toBe(pauseOf('lookup', 0));
  expect(pauseOf('lookup', 3_600_000)).toBe(60_000);
  expect(pauseOf('lookup', 3_600_000, true)).toBe(600_000);
});
