import { setImmediate as turn } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { mapConcurrently } from './map-concurrently';

it('keeps the order and the limit', async () => {
  let running = 0;
  let most = 0;
  const doubled = await mapConcurrently([1, 2, 3, 4, 5], 2, async (n) => {
    most = Math.max(most, ++running);
    await turn();
    running--;
    return n * 2;
  });
  expect(doubled).toEqual([2, 4, 6, 8, 10]);
  expect(most).toBe(2);
});

it('begins nothing more after a failure', async () => {
  const begun: number[] = [];
  const work = mapConcurrently([1, 2, 3, 4, 5, 6], 2, async (n) => {
    begun.push(n);
    await turn();
    if (n === 1) throw new Error('no');
  });
  await expect(work).rejects.toThrow('no');
  for (let i = 0; i < 10; i++) await turn();
  expect(begun.length).toBeLessThanOrEqual(3);
});
