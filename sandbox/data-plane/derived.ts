import type { CollectionName } from '../model';
import type { State } from '../state';

/**
 * Remembers what `compute` made of a state until the next committed change of the collections it reads; of any, when they
 * aren't given. Don't call it inside `state.write`: it could keep what is then rolled back.
 */
export function derived<T>(compute: (state: State) => T, reads?: readonly CollectionName[]): (state: State) => T {
  const values = new WeakMap<State, { value: T }>();
  const watched = new WeakSet<State>();
  return (state) => {
    const known = values.get(state);
    if (known) return known.value;
    if (!watched.has(state)) {
      watched.add(state);
      state.onChange((touched) => {
        if (!reads || reads.some((collection) => touched.has(collection))) values.delete(state);
      });
    }
    const value = compute(state);
    values.set(state, { value });
    return value;
  };
}
