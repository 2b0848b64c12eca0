import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { incidentsOf } from '@/lib/domains/history/incidents-of';
import type { HistoryEntry } from '@/lib/domains/history/model';
import { segmentsOf } from '@/lib/domains/history/segments-of';
import { shareNames, sharesOf } from '@/lib/domains/history/shares-of';
import { type HistoryState, headlines } from '@/lib/domains/model';

const start = Date.parse('2026-11-01T00:00:00.000Z');
const hour = 3_600_000;
const entry = (hours: number, state: HistoryState, sentence: string = state): HistoryEntry => ({
  at: new Date(start + hours * hour).toISOString(),
  state,
  sentence,
  actor: 'us',
});
const window = { from: start, to: start + 100 * hour };

const entries = fc.array(
  fc
    .tuple(fc.integer({ min: -200, max: 300 }), fc.constantFrom<HistoryState>(...headlines, 'Unknown'))
    .map(([hours, state]) => entry(hours, state)),
  { maxLength: 30 },
);
const windows = fc
  .tuple(fc.integer({ min: -100, max: 200 }), fc.integer({ min: 1, max: 5000 }))
  .map(([hours, length]) => ({ from: start + hours * hour, to: start + hours * hour + length }));

describe('segments', () => {
  it('tile any window, whatever happened: no gap, no overlap, no two alike side by side', () => {
    fc.assert(
      fc.property(entries, fc.oneof(windows, fc.constant(window)), (given, { from, to }) => {
        const segments = segmentsOf(given, { from, to });
        expect(segments[0]?.from).toBe(from);
        expect(segments.at(-1)?.to).toBe(to);
        segments.forEach((segment, at) => {
          expect(segment.to).toBeGreaterThan(segment.from);
          const next = segments[at + 1];
          if (next === undefined) return;
          expect(next.from).toBe(segment.to);
          expect(next.state).not.toBe(segment.state);
        });
      }),
    );
  });

  it('say at any moment what the last entry before it says', () => {
    fc.assert(
      fc.property(entries, fc.integer({ min: 0, max: 99 }), (given, hours) => {
        const moment = start + hours * hour + 1;
        const last = [...given]
          .sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0))
          .findLast((one) => Date.parse(one.at) <= moment);
        const found = segmentsOf(given, window).find(({ from, to }) => from <= moment && moment < to);
        expect(found?.state ?? null).toBe(last?.state ?? null);
      }),
    );
  });

  it('take an outage from its first failed check on', () => {
    const given = [entry(-5, 'Live'), entry(10, 'Live, at risk'), entry(10, 'Broken'), entry(12, 'Live')];
    expect(
      segmentsOf(given, window).map(({ state, from, to }) => [state, (from - start) / hour, (to - start) / hour]),
    ).toEqual([
      ['Live', 0, 10],
      ['Broken', 10, 12],
      ['Live', 12, 100],
    ]);
  });

  it('of an empty window are none', () =>
    expect(segmentsOf([entry(0, 'Live')], { from: start, to: start })).toEqual([]));
});

describe('shares', () => {
  it('add up to a hundred per cent, and to the window', () => {
    fc.assert(
      fc.property(entries, fc.oneof(windows, fc.constant(window)), (given, { from, to }) => {
        const { ms, hundredths, liveHundredths } = sharesOf(segmentsOf(given, { from, to }));
        expect(shareNames.reduce((sum, name) => sum + hundredths[name], 0)).toBe(10_000);
        expect(shareNames.reduce((sum, name) => sum + ms[name], 0)).toBe(to - from);
        for (const name of shareNames) expect(hundredths[name]).toBeGreaterThanOrEqual(0);
        if (ms.broken > 0) expect(liveHundredths).toBeLessThan(10_000);
        else if (ms.live > 0) expect(liveHundredths).toBe(10_000);
        else expect(liveHundredths).toBeNull();
      }),
    );
  });

  it('count what is unknown, and what was before, apart', () => {
    const given = [
      entry(0, 'Working'),
      entry(10, 'Live'),
      entry(40, 'Unknown'),
      entry(60, 'Live, at risk'),
      entry(90, 'Broken'),
    ];
    const { hundredths, liveHundredths } = sharesOf(segmentsOf(given, window));
    expect(hundredths).toEqual({ live: 6000, broken: 1000, unknown: 2000, other: 1000 });
    expect(liveHundredths).toBe(Math.floor((60 / 70) * 10_000));
  });
});

describe('incidents', () => {
  const of = (...given: HistoryEntry[]) =>
    incidentsOf(segmentsOf(given, window)).map(({ from, to, sentence }) => [
      (from - start) / hour,
      to === null ? null : (to - start) / hour,
      sentence,
    ]);

  it('are the times in which it was broken; not to know does not end one', () => {
    expect(
      of(
        entry(0, 'Live'),
        entry(5, 'Broken', 'Gone.'),
        entry(6, 'Unknown'),
        entry(7, 'Broken', 'Still.'),
        entry(9, 'Live'),
      ),
    ).toEqual([[5, 9, 'Gone.']]);
    expect(of(entry(0, 'Live'), entry(50, 'Live, at risk'), entry(60, 'Live'))).toEqual([]);
    expect(of(entry(-3, 'Broken', 'Gone.'))).toEqual([[0, null, 'Gone.']]);
  });

  it('never overlap, and only the last one may go on', () => {
    fc.assert(
      fc.property(entries, (given) => {
        const incidents = incidentsOf(segmentsOf(given, window));
        incidents.forEach((incident, at) => {
          const next = incidents[at + 1];
          if (next === undefined) return;
          expect(incident.to).not.toBeNull();
          expect(next.from).toBeGreaterThanOrEqual(incident.to ?? 0);
        });
      }),
    );
  });
});
