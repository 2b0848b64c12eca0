/** So many runs later everything was read anew: a quarter of an hour, at a run a minute. */
export const runsUntilAll = 15;
/** Read anew in each run whatever the size: an account of this size is read whole each time. */
export const leastARun = 25;

/**
 * Whose details a run of the sync reads anew: what this process has not read yet, which at its start is everything, and of the rest a share in
 * turn. AWS lists custom domain names without their mappings and certificates without their tags and records, so that reading all each minute
 * would cost thousands of calls.
 */
export class Turns {
  #read: ReadonlySet<string> = new Set();
  #last = '';

  constructor(private readonly atLeast = leastARun) {}

  /** Those of `keys` that are due. They count as read once `done` is called. */
  next(keys: readonly string[]): { due: ReadonlySet<string>; done: () => void } {
    const read = keys.filter((key) => this.#read.has(key)).sort();
    const share = Math.max(this.atLeast, Math.ceil(read.length / runsUntilAll));
    const from = read.findIndex((key) => key > this.#last);
    const inTurn = from === -1 ? read : [...read.slice(from), ...read.slice(0, from)];
    const turn = inTurn.slice(0, share);
    return {
      due: new Set([...keys.filter((key) => !this.#read.has(key)), ...turn]),
      done: () => {
        this.#read = new Set(keys);
        this.#last = turn.at(-1) ?? '';
      },
    };
  }
}
