import { RateLimiterRes } from 'rate-limiter-flexible';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { testDb } from '@/lib/db/test-db';
import { createRateLimiter } from './rate-limiter';
import { rateLimits } from './schema';

let database: Awaited<ReturnType<typeof testDb>>;
beforeAll(async () => {
  database = await testDb();
});
afterAll(() => database.close());

const limiter = (keyPrefix: string, points: number, duration = 60) =>
  createRateLimiter(database.db, { keyPrefix, points, duration });

it('lets exactly so many of many at once through, over several replicas', async () => {
  const replicas = [limiter('at-once', 5), limiter('at-once', 5), limiter('at-once', 5)];
  const tries = await Promise.allSettled(
    Array.from({ length: 30 }, (_, index) => replicas[index % 3]?.consume('ada') ?? Promise.reject(new Error())),
  );
  expect(tries.filter(({ status }) => status === 'fulfilled')).toHaveLength(5);
  const refusals = tries.flatMap((one) => (one.status === 'rejected' ? [one.reason as RateLimiterRes] : []));
  for (const refusal of refusals) expect(refusal).toBeInstanceOf(RateLimiterRes);
  expect(refusals.filter(({ consumedPoints }) => consumedPoints === 6)).toHaveLength(1);
  expect(Math.min(...refusals.map(({ msBeforeNext }) => msBeforeNext))).toBeGreaterThan(0);
});

it('counts keys and prefixes apart, begins anew after the window, and gives points back', async () => {
  const one = limiter('one', 1, 0.2);
  await one.consume('ada');
  await expect(one.consume('ada')).rejects.toBeInstanceOf(RateLimiterRes);
  await one.consume('bob');
  await limiter('two', 1).consume('ada');
  await new Promise((resolve) => setTimeout(resolve, 250));
  expect(await one.consume('ada')).toMatchObject({ consumedPoints: 1, remainingPoints: 0 });
  await one.reward('ada');
  await one.consume('ada');
  expect(await limiter('two', 1).delete('ada')).toBe(true);
  expect(await limiter('two', 1).get('ada')).toBeNull();
});

it('throws what the database throws', async () => {
  const closed = await testDb();
  await closed.close();
  const failing = createRateLimiter(closed.db, { keyPrefix: 'closed', points: 1, duration: 1 });
  await expect(failing.consume('ada')).rejects.not.toBeInstanceOf(RateLimiterRes);
  expect(await database.db.select().from(rateLimits)).not.toEqual([]);
});
