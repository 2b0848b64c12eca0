import type { Stage } from '@aws-sdk/client-api-gateway';
import { cacheStatus } from '../../cache-status';
import type { Context } from '../../context';
import type { StoredStage } from '../../model';

/** A stage as AWS shows it: the status of its cache is that of now. */
export function stageView(context: Context, stored: StoredStage): Stage {
  const { cacheChangedAt: _changed, cacheFlushedAt: _flushed, authorizersFlushedAt: _forgot, ...stage } = stored;
  return { ...stage, cacheClusterStatus: cacheStatus(context, stored) };
}
