import fc from 'fast-check';
import { expect, it } from 'vitest';
import { dueReminders, pastMoments } from './due-reminders';

const since = new Date('2026-12-01T08:00:00Z');
const after = (hours: number) => new Date(since.getTime() + hours * 3_600_000);
const deadline = after(72).toISOString();
const names = (moments: string[]) => moments.map((moment) => moment.split(':').at(-1));

it.each([
  [0, null, []],
  [23.9, null, []],
  [24, null, ['day-1']],
  [72, null, ['day-1', 'day-3']],
  [24 * 15, null, ['day-1', 'day-3', 'week-1', 'week-2']],
  [47, deadline, ['day-1']],
  [48, deadline, ['day-1', '24-hours-left']],
  [67, deadline, ['day-1', '24-hours-left', '6-hours-left']],
  // It has ended: nothing is left to hurry for.
  [73, deadline, ['day-1', 'day-3']],
])('after %d hours with the end at %s: %j', (hours, ends, expected) => {
  expect(names(pastMoments({ id: 'a', since, deadline: ends }, after(hours)))).toEqual(expected);
});

it('never reminds twice on one day, nor twice of one moment', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 30 }), { maxLength: 60 }), (steps) => {
      const told = new Set<string>();
      const days: string[] = [];
      let lastAt: Date | null = null;
      let hours = 0;
      for (const step of steps) {
        hours += step;
        const now = after(hours);
        const due = dueReminders([{ id: 'a', since, deadline }], { moments: told, lastAt }, now);
        if (due.length === 0) continue;
        for (const moment of due) {
          expect(told.has(moment)).toBe(false);
          told.add(moment);
        }
        days.push(now.toISOString().slice(0, 10));
        lastAt = now;
      }
      expect(new Set(days).size).toBe(days.length);
    }),
  );
});
