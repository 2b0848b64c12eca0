import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { State } from '../state';
import { derived } from './derived';

let state: State;
const directory = mkdtempSync(path.join(tmpdir(), 'gatehouse-derived-'));
beforeAll(() => {
  state = State.open(directory);
});
afterAll(async () => {
  await state.close();
  rmSync(directory, { recursive: true });
});

it('is computed anew after a change of what it reads, and of nothing else', async () => {
  let times = 0;
  const value = derived(
    (of) => {
      times += 1;
      return [of.get('meta', 'a'), times];
    },
    ['meta', 'objects'],
  );
  const any = derived((of) => of.get('meta', 'a'));
  const put = (collection: 'meta' | 'executions', text: string) =>
    state.write((tx) => tx.put(collection, 'a', text as never));
  expect([value(state), value(state)]).toEqual([
    [undefined, 1],
    [undefined, 1],
  ]);
  await put('executions', 'x');
  expect(value(state)).toEqual([undefined, 1]);
  expect(any(state)).toBeUndefined();
  await put('meta', 'y');
  expect(value(state)).toEqual(['y', 2]);
  expect(any(state)).toBe('y');
});
