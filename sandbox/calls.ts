/** One call to the AWS endpoint, as `GET /_sandbox/calls` shows it. */
export interface Call {
  at: string;
  service: string;
  operation: string;
  status: number;
  /** AWS's error code, when refused. */
  code?: string;
  requestId: string;
  durationMs: number;
  throttled: boolean;
  /** Kind of the injected fault, if one struck. */
  fault?: string;
}

export interface Counter {
  calls: number;
  errors: number;
  throttled: number;
}

const remembered = 1000;
/** More operations than the services have; requests that mean none are counted together from there on. */
const maxCounters = 300;
const others = 'others';

/** The recent calls and counters per operation, for tests and for people who want to see what was sent. */
export class Calls {
  #recent: Call[] = [];
  #counters: Record<string, Counter> = {};

  record(call: Call): void {
    this.#recent.push(call);
    if (this.#recent.length > remembered) this.#recent.shift();
    const own = `${call.service}:${call.operation}`;
    const key = own in this.#counters || Object.keys(this.#counters).length < maxCounters ? own : others;
    const counter = this.#counters[key] ?? { calls: 0, errors: 0, throttled: 0 };
    counter.calls += 1;
    if (call.status >= 400 || call.status === 0) counter.errors += 1;
    if (call.throttled) counter.throttled += 1;
    this.#counters[key] = counter;
  }

  report(): { total: number; throttled: number; counters: Record<string, Counter>; recent: Call[] } {
    const counters = Object.values(this.#counters);
    return {
      total: counters.reduce((sum, counter) => sum + counter.calls, 0),
      throttled: counters.reduce((sum, counter) => sum + counter.throttled, 0),
      counters: this.#counters,
      recent: this.#recent,
    };
  }

  reset(): void {
    this.#recent = [];
    this.#counters = {};
  }
}
