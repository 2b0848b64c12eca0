import fc from 'fast-check';
import { expect, test } from 'vitest';
import { memoryPaceStore } from './memory-pace-store';
import type { PaceQuota } from './pacing';

const quota = fc.record({ intervalMs: fc.integer({ min: 1, max: 5_000 }), burst: fc.integer({ min: 1, max: 40 }) });
/** Pauses between two callers: many at once, some after a while. */
const gaps = fc.array(fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 300 }), fc.integer({ min: 0, max: 20_000 })), {
  minLength: 1,
  maxLength: 120,
});
const patience = fc.constantFrom(0, 500, 5_000, 60_000);

interface Run {
  quotas: PaceQuota[];
  starts: number[];
  calls: { now: number; start: number | null; retryAt: number | null; sofar: number[] }[];
}

async function run(quotas: PaceQuota[], pauses: number[], maxWaitMs: number): Promise<Run> {
  const store = memoryPaceStore();
  const starts: number[] = [];
  const calls: Run['calls'] = [];
  let now = 1_800_000_000_000;
  for (const pause of pauses) {
    now += pause;
    const place = await store.reserve(quotas, maxWaitMs, now);
    const sofar = [...starts];
    if ('waitMs' in place) {
      starts.push(now + place.waitMs);
      calls.push({ now, start: now + place.waitMs, retryAt: null, sofar });
    } else calls.push({ now, start: null, retryAt: place.retryAtMs, sofar });
  }
  return { quotas, starts, calls };
}

const named = (rates: { intervalMs: number; burst: number }[]) => rates.map((rate, n) => ({ ...rate, key: `q${n}` }));

/** May calls at these times and one more at `at` all go? A token bucket of `burst` that fills by one each `intervalMs`. */
function bucketAdmits({ intervalMs, burst }: PaceQuota, starts: number[], at: number): boolean {
  let tokens = burst;
  let last = starts[0] ?? at;
  for (const time of [...starts, at]) {
    tokens = Math.min(burst, tokens + (time - last) / intervalMs);
    last = time;
    if (tokens < 1 - 1e-6) return false;
    tokens -= 1;
  }
  return true;
}

test('in no window are there more calls than the quota allows', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(quota, { minLength: 1, maxLength: 3 }),
      gaps,
      patience,
      async (rates, pauses, maxWait) => {
        const { quotas, starts } = await run(named(rates), pauses, maxWait);
        for (const { intervalMs, burst } of quotas) {
          for (let first = 0; first < starts.length; first++) {
            for (let last = first; last < starts.length; last++) {
              const span = (starts[last] ?? 0) - (starts[first] ?? 0);
              expect(last - first + 1).toBeLessThanOrEqual(burst + Math.floor(span / intervalMs + 1e-6));
            }
          }
        }
      },
    ),
    { numRuns: 60 },
  );
});

test('no call waits that need not, none waits longer than it must, and none is refused that could go in time', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(quota, { minLength: 1, maxLength: 3 }),
      gaps,
      patience,
      async (rates, pauses, maxWait) => {
        const { quotas, calls } = await run(named(rates), pauses, maxWait);
        for (const { now, start, retryAt, sofar } of calls) {
          const at = start ?? retryAt ?? now;
          expect(quotas.every((one) => bucketAdmits(one, sofar, at))).toBe(true);
          // One millisecond sooner it would have been too many, or before the call was asked for or behind another one.
          const sooner = at - 1;
          const queued = sofar.length > 0 && sooner < (sofar.at(-1) ?? 0);
          expect(sooner < now || queued || quotas.some((one) => !bucketAdmits(one, sofar, sooner))).toBe(true);
          if (retryAt !== null) expect(retryAt - now).toBeGreaterThan(maxWait);
          if (start !== null) expect(start - now).toBeLessThanOrEqual(maxWait);
        }
      },
    ),
    { numRuns: 60 },
  );
});

test('a refused call takes no place, under any of its quotas', async () => {
  const store = memoryPaceStore();
  const wide = { key: 'wide', intervalMs: 10, burst: 1 };
  const narrow = { key: 'narrow', intervalMs: 30_000, burst: 1 };
  expect(await store.reserve([wide, narrow], 0, 1_000)).toEqual({ waitMs: 0 });
  expect(await store.reserve([wide, narrow], 5_000, 1_000)).toEqual({ retryAtMs: 31_000 });
  expect(await store.reserve([wide], 5_000, 1_000)).toEqual({ waitMs: 10 });
});

test('an arrival time from a clock that was wrong does not block for ever', async () => {
  const store = memoryPaceStore();
  const one = { key: 'one', intervalMs: 1_000, burst: 1 };
  await store.reserve([one], 0, Date.UTC(2090, 0));
  expect(await store.reserve([one], 200_000, Date.UTC(2026, 0))).toEqual({ waitMs: 121_000 });
});
