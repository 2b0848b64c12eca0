import type { State } from './state';

/** The sandbox's clock, ms since 1970: the machine's, moved forward by `POST /_sandbox/clock`. */
export function now(state: State): number {
  return Date.now() + clockOffset(state);
}

export function clockOffset(state: State): number {
  const offset = state.get('meta', 'clockOffset');
  return typeof offset === 'number' ? offset : 0;
}

/** Moves the clock; returns the new offset to the machine's clock, ms. */
export function advanceClock(state: State, byMs: number): Promise<number> {
  return state.write((tx) => {
    const offset = clockOffset(state) + byMs;
    tx.put('meta', 'clockOffset', offset);
    return offset;
  });
}
