import { keyOf } from '../scope';
import type { State } from '../state';
import { ExpiringCache } from './expiring-cache';
import type { CallContext } from './gateway-call';

/** The part of a cache that belongs to a stage. */
interface StageCache<V> {
  get(key: string, now: number): V | undefined;
  /** Until `until`, ms since 1970; `weight` is that of the value. */
  put(key: string, value: V, until: number, weight?: number): void;
}

/** A cache in memory that all stages of a sandbox share: a restart empties it, and a new `generation` of a stage its part. */
export class StageCaches<V> {
  readonly #ofState = new WeakMap<State, ExpiringCache<V>>();

  /** `weight` counts the keys, too. */
  constructor(private readonly limits: { entries: number; weight: number }) {}

  of(state: State, { scope, restApi, stage }: CallContext, generation: string): StageCache<V> {
    const cache = this.#ofState.get(state) ?? new ExpiringCache<V>(this.limits);
    this.#ofState.set(state, cache);
    const prefix = `${keyOf.stage(scope, restApi.id, stage.stageName)}\n${generation}\n`;
    return {
      get: (key, now) => cache.get(prefix + key, now),
      put: (key, value, until, weight = 0) =>
        cache.put(prefix + key, value, until, weight + prefix.length + key.length),
    };
  }
}
