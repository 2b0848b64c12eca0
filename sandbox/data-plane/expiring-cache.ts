interface Entry<V> {
  value: V;
  until: number;
  weight: number;
}

interface Limits {
  entries: number;
  /** All entries together, in whatever `put` counts. */
  weight: number;
}

/** Values until their time is over. What was put in first goes first when there is too much. */
export class ExpiringCache<V> {
  readonly #entries = new Map<string, Entry<V>>();
  #weight = 0;

  constructor(private readonly limits: Limits) {}

  get(key: string, now: number): V | undefined {
    const entry = this.#entries.get(key);
    if (entry && entry.until > now) return entry.value;
    this.#remove(key);
    return undefined;
  }

  put(key: string, value: V, until: number, weight: number): void {
    this.#remove(key);
    this.#entries.set(key, { value, until, weight });
    this.#weight += weight;
    for (const oldest of this.#entries.keys()) {
      if (this.#entries.size <= this.limits.entries && this.#weight <= this.limits.weight) break;
      this.#remove(oldest);
    }
  }

  #remove(key: string): void {
    this.#weight -= this.#entries.get(key)?.weight ?? 0;
    this.#entries.delete(key);
  }
}
