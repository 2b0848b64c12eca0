import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { State } from './state';

let directory: string;
let state: State;

beforeEach(() => {
  directory = mkdtempSync(path.join(tmpdir(), 'gatehouse-state-'));
  state = State.open(directory);
});
afterEach(async () => {
  await state.close();
  rmSync(directory, { recursive: true, force: true });
});

test('a transaction that throws leaves nothing behind, and its neighbours stand', async () => {
  const results = await Promise.allSettled([
    state.write((tx) => tx.put('meta', 'before', 1)),
    state.write((tx) => {
      tx.put('meta', 'broken', 1);
      tx.remove('meta', 'before');
      expect(state.get('meta', 'broken')).toBe(1);
      throw new Error('no');
    }),
    state.write((tx) => tx.put('meta', 'after', state.get('meta', 'before'))),
  ]);
  expect(results.map((result) => result.status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
  expect([...state.keys('meta')]).toEqual(['after', 'before']);
  expect(state.get('meta', 'after')).toBe(1);
});

test('a prefix finds what starts with it and nothing else, in order', async () => {
  await state.write((tx) => {
    for (const key of ['a/2', 'a/1', 'ab/1', 'b/1']) tx.put('meta', key, key);
  });
  expect(state.list('meta', 'a/')).toEqual(['a/1', 'a/2']);
});

test('a key that LMDB cannot hold is not there', () => {
  for (const long of ['x'.repeat(5000), 'é'.repeat(1000)]) {
    expect(state.get('meta', long)).toBeUndefined();
    expect(state.list('meta', long)).toEqual([]);
    expect([...state.keys('meta', long)]).toEqual([]);
  }
  expect(state.get('meta', 'x'.repeat(1974))).toBeUndefined();
  expect(state.list('meta', 'x'.repeat(1974))).toEqual([]);
});

test('listeners hear of committed changes only, and of what they touched', async () => {
  const heard: unknown[] = [];
  const stop = state.onChange((touched) => heard.push([state.get('meta', 'x'), ...touched]));
  await state.write((tx) => tx.put('meta', 'x', 1));
  await state
    .write(() => {
      throw new Error('no');
    })
    .catch(() => {});
  stop();
  await state.write((tx) => tx.put('meta', 'x', 2));
  expect(heard).toEqual([[1, 'meta']]);
});

test('clearing takes the content and leaves what belongs to the sandbox', async () => {
  await state.write((tx) => {
    tx.put('objects', 'bucket/key', { contentType: 'text/plain', body: '' });
    tx.put('meta', 'dials', { throttles: false });
    tx.put('meta', 'clockOffset', 5);
  });
  await state.clearContent();
  expect(state.list('objects')).toEqual([]);
  expect([...state.keys('meta')]).toEqual(['dials']);
});

test('a closed state refuses instead of reading freed memory', async () => {
  const other = State.open(path.join(directory, 'other'));
  await other.close();
  expect(() => other.get('meta', 'x')).toThrow('closed');
  await expect(other.write(() => 1)).rejects.toThrow('closed');
});
