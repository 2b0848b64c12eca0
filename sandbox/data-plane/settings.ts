import { clockOffset } from '../clock';
import { readDials } from '../dials';
import type { State } from '../state';
import { derived } from './derived';

/** The dials as they stand now; cheap enough for every request. */
export const dialsOf = derived(readDials, ['meta']);

const offset = derived(clockOffset, ['meta']);

/** The sandbox's clock, ms since 1970. */
export function timeOf(state: State): number {
  return Date.now() + offset(state);
}
