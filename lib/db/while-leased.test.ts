import { afterAll, beforeAll, expect, test } from 'vitest';
import type { OpenDb } from './open-db';
import { testDb } from './test-db';
import { claimLease, releaseLease, whileLeased } from './while-leased';

let opened: OpenDb;
beforeAll(async () => {
  opened = await testDb();
});
afterAll(() => opened.close());

const key = 'inventory.lease' as const;

test('it is kept up while work takes longer, and given back at the end', async () => {
  const forMs = 900;
  const of = { db: opened.db, now: () => new Date() };
  const other = () => claimLease(opened.db, { key, owner: 'other' }, new Date(), new Date(Date.now() + forMs));
  const work = async () => {
    for (let round = 0; round < 3; round++) {
      await new Promise((resolve) => setTimeout(resolve, forMs / 2));
      expect(await other()).toBe(false);
    }
    return 'done';
  };
  expect(await whileLeased(of, { key, owner: 'long', forMs }, work)).toBe('done');
  expect(await other()).toBe(true);
  expect(await whileLeased(of, { key, owner: 'third', forMs }, async () => 'never')).toBeNull();
  await releaseLease(opened.db, { key, owner: 'other' });
});

test('it is given back after work that failed, too', async () => {
  const of = { db: opened.db, now: () => new Date() };
  const fail = () => Promise.reject(new Error('no'));
  await expect(whileLeased(of, { key, owner: 'a' }, fail)).rejects.toThrow('no');
  expect(await whileLeased(of, { key, owner: 'b' }, async () => 'mine')).toBe('mine');
});

test('one has it at a time, and a dead one loses it', async () => {
  const at = (ms: number) => new Date(Date.UTC(2030, 0) + ms);
  const claim = (owner: string, from: number, until: number) =>
    claimLease(opened.db, { key, owner }, at(from), at(until));
  expect(await claim('a', 0, 1_000)).toBe(true);
  expect(await claim('b', 500, 1_500)).toBe(false);
  expect(await claim('b', 1_000, 2_000)).toBe(true);
  await releaseLease(opened.db, { key, owner: 'a' });
  expect(await claim('a', 1_200, 3_000)).toBe(false);
  await releaseLease(opened.db, { key, owner: 'b' });
  expect(await claim('a', 1_300, 3_000)).toBe(true);
  await releaseLease(opened.db, { key, owner: 'a' });
});
