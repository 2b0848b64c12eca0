/** So many runs later everything was read anew: a quarter of an hour, at a run a minute. */
export const runsUntilAll = 15;
/** Read anew in each run whatever the size: an account of this size is read whole each time. */
export const leastARun = 25;

/**
 * Whose details a run of the sync reads anew although nothing says that they have changed: all of them in the first run of a
 * process, then a share in turn. AWS lists custom domain names without their mappings and certificates without their tags and
 * records, so that reading all each minute would cost thousands of calls.
 */
export class Turns {
  #last: string | null = null;

  constructor(private readonly atLeast = leastARun) {}

  /** The next share of `keys`. It counts as read once `done` is called. */
  next(keys: readonly string[]): { due: ReadonlySet<string>; done: () => void } {
    const last = this.#last;
    const sorted = [...keys].sort();
    const share = last === null ? sorted.length : Math.max(this.atLeast, Math.ceil(sorted.length / runsUntilAll));
    const from = last === null ? 0 : sorted.findIndex((key) => key > last);
    const inTurn = from === -1 ? sorted : [...sorted.slice(from), ...sorted.slice(0, from)];
    const due = inTurn.slice(0, share);
    return {
      due: new Set(due),
      done: () => {
        this.#last = due.at(-1) ?? '';
      },
    };
  }
}
