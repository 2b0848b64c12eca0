import type { Answer } from 'dns-packet';
import { now } from '../clock';
import { derived } from '../data-plane/derived';
import { readDials } from '../dials';
import type { State } from '../state';
import { normaliseName } from './zone';

/** What one name answers to one type: records, a "no" with its SOA, or a CNAME to the `next` name. */
export interface Step {
  rcode: 'NOERROR' | 'NXDOMAIN';
  answers: Answer[];
  authorities: Answer[];
  next?: string;
  /** Whether its signatures don't fit. */
  isBogus?: boolean;
}

const isOn = derived((state) => readDials(state).dnsCache, ['meta']);
const mostEntries = 10_000;

/**
 * What the sandbox's resolver has heard, kept as long as each answer's time to live says, by the sandbox's clock, while the dial
 * `dnsCache` is on. "No such name" is kept for all types (RFC 2308), failures not at all.
 */
export class ResolverCache {
  readonly #state: State;
  readonly #entries = new Map<string, { step: Step; since: number; until: number }>();

  constructor(state: State) {
    this.#state = state;
  }

  /** The step as it was heard, with the time that is left to it. */
  get(name: string, type: string): Step | undefined {
    if (!isOn(this.#state)) {
      this.#entries.clear();
      return undefined;
    }
    const at = now(this.#state);
    const owner = normaliseName(name);
    for (const key of [`${owner} ${type}`, `${owner} *`]) {
      const entry = this.#entries.get(key);
      // Before it was heard: the clock was set back by a reset.
      if (!entry || at < entry.since || at >= entry.until) continue;
      const ageSeconds = Math.floor((at - entry.since) / 1000);
      const { answers, authorities } = entry.step;
      return { ...entry.step, answers: aged(answers, ageSeconds), authorities: aged(authorities, ageSeconds) };
    }
    return undefined;
  }

  put(name: string, type: string, step: Step): void {
    if (!isOn(this.#state) || this.get(name, type)) return;
    const ttls = [...step.answers, ...step.authorities].map((record) => ('ttl' in record ? (record.ttl ?? 0) : 0));
    if (ttls.length === 0) return;
    if (this.#entries.size >= mostEntries) this.#entries.clear();
    const since = now(this.#state);
    const key = `${normaliseName(name)} ${step.rcode === 'NXDOMAIN' ? '*' : type}`;
    this.#entries.set(key, { step, since, until: since + Math.min(...ttls) * 1000 });
  }
}

function aged(records: Answer[], seconds: number): Answer[] {
  return records.map((record) => ('ttl' in record ? { ...record, ttl: (record.ttl ?? 0) - seconds } : record));
}
