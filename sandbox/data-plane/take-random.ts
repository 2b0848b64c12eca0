import { randomFillSync } from 'node:crypto';

let pool = Buffer.alloc(0);
let taken = 0;

/** Random bytes for ids, a few at a time: fetching many at once costs as much as fetching these. */
export function takeRandom(bytes: number): Buffer {
  if (taken + bytes > pool.length) {
    pool = randomFillSync(Buffer.allocUnsafe(4096));
    taken = 0;
  }
  taken += bytes;
  return pool.subarray(taken - bytes, taken);
}
