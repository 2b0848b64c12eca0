import { describe, expect, it } from 'vitest';
import { ExpiringCache } from './expiring-cache';

describe('ExpiringCache', () => {
  it('keeps a value until its time is over', () => {
    const cache = new ExpiringCache<string>({ entries: 9, weight: 9 });
    cache.put('a', 'one', 100, 1);
    expect([cache.get('a', 99), cache.get('a', 100), cache.get('a', 99)]).toEqual(['one', undefined, undefined]);
  });

  it('forgets the oldest beyond its number and its weight', () => {
    const cache = new ExpiringCache<number>({ entries: 3, weight: 10 });
    const kept = () => ['a', 'b', 'c', 'd'].filter((key) => cache.get(key, 0) !== undefined);
    for (const [index, key] of ['a', 'b', 'c', 'd'].entries()) cache.put(key, index, 1, 1);
    expect(kept()).toEqual(['b', 'c', 'd']);
    cache.put('b', 9, 1, 8);
    expect(kept()).toEqual(['b', 'c', 'd']);
    cache.put('c', 9, 1, 3);
    expect(kept()).toEqual(['c']);
    cache.put('a', 9, 1, 11);
    expect(kept()).toEqual([]);
  });
});
