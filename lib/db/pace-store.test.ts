import fc from 'fast-check';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { memoryPaceStore } from '@/lib/aws/memory-pace-store';
import type { OpenDb } from './open-db';
import { dbPaceStore } from './pace-store';
import { awsPace } from './schema';
import { testDb } from './test-db';

let opened: OpenDb;
beforeAll(async () => {
  opened = await testDb();
});
afterAll(() => opened.close());
beforeEach(async () => {
  await opened.db.delete(awsPace);
});

const start = 1_800_000_000_000;

test('says what the memory store says', async () => {
  const quotas = fc.uniqueArray(
    fc.record({
      key: fc.constantFrom('a', 'b', 'c'),
      intervalMs: fc.integer({ min: 1, max: 30_000 }),
      burst: fc.integer({ min: 1, max: 40 }),
    }),
    { minLength: 1, maxLength: 3, selector: (one) => one.key },
  );
  const steps = fc.array(
    fc.record({ pause: fc.integer({ min: 0, max: 2_000 }), quotas, maxWait: fc.constantFrom(0, 5_000) }),
    { minLength: 1, maxLength: 12 },
  );
  await fc.assert(
    fc.asyncProperty(steps, async (list) => {
      await opened.db.delete(awsPace);
      const stores = [dbPaceStore(opened.db), memoryPaceStore()] as const;
      let now = start;
      for (const step of list) {
        now += step.pause;
        const [fromDb, fromMemory] = [
          await stores[0].reserve(step.quotas, step.maxWait, now),
          await stores[1].reserve(step.quotas, step.maxWait, now),
        ];
        expect(fromDb).toEqual(fromMemory);
      }
    }),
    { numRuns: 25 },
  );
});

test('gives every one of many concurrent callers on several replicas a place of its own', async () => {
  const replicas = [dbPaceStore(opened.db), dbPaceStore(opened.db), dbPaceStore(opened.db)];
  const all = { key: 'all', intervalMs: 100, burst: 4 };
  const own = { key: 'own', intervalMs: 200, burst: 1 };
  const places = await Promise.all(
    Array.from({ length: 60 }, (_, n) => {
      // Both orders of naming them: rows are locked in one order all the same.
      const quotas = n % 3 === 0 ? [all, own] : n % 3 === 1 ? [own, all] : [all];
      return replicas[n % 3]?.reserve(quotas, 60_000, start).then((place) => ({ place, usesOwn: n % 3 !== 2 }));
    }),
  );
  const startOf = (entry: (typeof places)[number]) =>
    entry && 'waitMs' in entry.place ? entry.place.waitMs : Number.NaN;
  const starts = places.map(startOf).sort((a, b) => a - b);
  for (const [n, at] of starts.entries()) expect(at).toBeGreaterThanOrEqual((n - 3) * 100);
  const owned = places
    .filter((entry) => entry?.usesOwn)
    .map(startOf)
    .sort((a, b) => a - b);
  for (const [n, at] of owned.entries()) expect(at).toBeGreaterThanOrEqual(n * 200);
});

test('recovers when its rows are removed under it', async () => {
  const store = dbPaceStore(opened.db);
  const one = { key: 'one', intervalMs: 1_000, burst: 1 };
  expect(await store.reserve([one], 0, start)).toEqual({ waitMs: 0 });
  await opened.db.delete(awsPace);
  expect(await store.reserve([one], 0, start)).toEqual({ waitMs: 0 });
  expect(await store.reserve([one], 0, start)).toEqual({ retryAtMs: start + 1_000 });
});
