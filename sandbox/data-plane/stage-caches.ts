import { keyOf } from '../scope';
import type { State } from '../state';
import { ExpiringCache } from './expiring-cache';
import type { CallContext } from './gateway-call';

interface StageCache<V> {
  generation: string;
  cache: ExpiringCache<V>;
}

const maxStages = 1000;

/** A cache for each stage, in memory: a restart empties it, as does a new `generation` of the stage. */
export class StageCaches<V> {
  readonly #ofState = new WeakMap<State, Map<string, StageCache<V>>>();

  constructor(private readonly limits: { entries: number; weight: number }) {}

  of(state: State, { scope, restApi, stage }: CallContext, generation: string): ExpiringCache<V> {
    const caches = this.#ofState.get(state) ?? new Map<string, StageCache<V>>();
    this.#ofState.set(state, caches);
    const key = keyOf.stage(scope, restApi.id, stage.stageName);
    const known = caches.get(key);
    if (known?.generation === generation) return known.cache;
    const cache = new ExpiringCache<V>(this.limits);
    caches.set(key, { generation, cache });
    const [oldest] = caches.keys();
    if (caches.size > maxStages && oldest !== undefined) caches.delete(oldest);
    return cache;
  }
}
