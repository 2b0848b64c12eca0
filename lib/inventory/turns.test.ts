import fc from 'fast-check';
import { expect, test } from 'vitest';
import { runsUntilAll, Turns } from './turns';

const names = (count: number) => Array.from({ length: count }, (_, index) => `n${String(index).padStart(4, '0')}`);

test('the first run reads everything, and again when it failed', () => {
  const turns = new Turns();
  expect(turns.next(names(1000)).due.size).toBe(1000);
  const again = turns.next(names(1000));
  expect(again.due.size).toBe(1000);
  again.done();
  expect(turns.next(names(1000)).due.size).toBe(67);
});

test('few are read whole in each run', () => {
  const turns = new Turns();
  for (let run = 0; run < 3; run++) {
    const { due, done } = turns.next(names(25));
    expect(due.size).toBe(25);
    done();
  }
});

test('whatever stays comes by soon, whatever comes and goes meanwhile', () => {
  const keys = (maxLength: number) => fc.uniqueArray(fc.string(), { maxLength });
  fc.assert(
    fc.property(keys(600), keys(50), (stay, others) => {
      const turns = new Turns();
      turns.next([...stay, ...others]).done();
      const seen = new Set<string>();
      // One more, for those that come meanwhile.
      for (let run = 0; run <= runsUntilAll; run++) {
        const { due, done } = turns.next([...stay, ...others.slice(run % 5)]);
        for (const key of due) seen.add(key);
        done();
      }
      expect(stay.filter((key) => !seen.has(key))).toEqual([]);
    }),
  );
});
