import type { AuthorizerVerdict } from './policy';

const maxEntries = 10_000;

/** What authorizers said, by who asked, until their time is over. */
export class AuthorizerCache {
  readonly #entries = new Map<string, { verdict: AuthorizerVerdict; until: number }>();

  get(key: string, now: number): AuthorizerVerdict | undefined {
    const entry = this.#entries.get(key);
    return entry && entry.until > now ? entry.verdict : undefined;
  }

  put(key: string, verdict: AuthorizerVerdict, until: number): void {
    this.#entries.delete(key);
    this.#entries.set(key, { verdict, until });
    const [oldest] = this.#entries.keys();
    if (this.#entries.size > maxEntries && oldest !== undefined) this.#entries.delete(oldest);
  }
}
