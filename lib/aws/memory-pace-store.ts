import 'server-only';
import { reservePlace } from './gcra';
import type { PaceStore } from './pacing';

/** A pace store for one process, for scripts and tests. The console keeps its paces in the database. */
export function memoryPaceStore(): PaceStore {
  const arrivals = new Map<string, number>();
  return {
    async reserve(quotas, maxWaitMs, nowMs) {
      const place = reservePlace(quotas, arrivals, nowMs);
      const waitMs = place.startMs - nowMs;
      if (waitMs > maxWaitMs) return { retryAtMs: place.startMs };
      for (const [key, arrival] of place.arrivals) arrivals.set(key, arrival);
      return { waitMs };
    },
    async peek(key) {
      return arrivals.get(key) ?? 0;
    },
    async defer(key, arrivalMs) {
      arrivals.set(key, Math.max(arrivals.get(key) ?? 0, arrivalMs));
    },
  };
}
