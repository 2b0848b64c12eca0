import type { CacheClusterStatus } from '@aws-sdk/client-api-gateway';
import type { Context } from './context';
import type { StoredStage } from './model';

/** Of a stage's cache cluster; it follows from the clock (facts 5.3). */
export function cacheStatus({ now, dials }: Pick<Context, 'now' | 'dials'>, stage: StoredStage): CacheClusterStatus {
  const busy = (since: number | undefined) => since !== undefined && now - since < dials.cacheClusterMs;
  if (!stage.cacheClusterEnabled) return busy(stage.cacheChangedAt) ? 'DELETE_IN_PROGRESS' : 'NOT_AVAILABLE';
  if (busy(stage.cacheChangedAt)) return 'CREATE_IN_PROGRESS';
  return busy(stage.cacheFlushedAt) ? 'FLUSH_IN_PROGRESS' : 'AVAILABLE';
}
