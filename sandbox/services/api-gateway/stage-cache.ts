import type { Context } from '../../context';
import type { StoredStage } from '../../model';
import { badRequest } from './refusals';

/** GB, as AWS writes them (facts 5.3). */
const sizes = ['0.5', '1.6', '6.1', '13.5', '28.4', '58.2', '118', '237'];

/** A cache that comes, goes or changes its size takes its time. */
export function withCacheOf(context: Context, before: StoredStage | undefined, after: StoredStage): StoredStage {
  const { cacheClusterEnabled = false, cacheClusterSize } = after;
  if (cacheClusterSize !== undefined && !sizes.includes(cacheClusterSize))
    throw badRequest(`Invalid cache cluster size specified. Valid options are ${sizes.join(',')}`);
  const sized = cacheClusterEnabled && !cacheClusterSize ? { ...after, cacheClusterSize: '0.5' as const } : after;
  const changed =
    cacheClusterEnabled !== (before?.cacheClusterEnabled ?? false) ||
    (cacheClusterEnabled && sized.cacheClusterSize !== before?.cacheClusterSize);
  return changed ? { ...sized, cacheChangedAt: context.now } : sized;
}
