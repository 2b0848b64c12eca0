import { Notice } from '@/components/ui/notice';
import { RelativeTime } from '@/components/ui/relative-time';
import type { SyncState } from '@/lib/inventory/model';
import { RefreshEvery } from './refresh-every';

/** Cached data this old is worth a word even when nothing failed: the worker may stand still. */
const staleAfterMs = 15 * 60_000;

/** Whether AWS is still to be read for the first time: what the cache lacks may well be there. Pure. */
export function isUnread(states: readonly SyncState[]): boolean {
  return states.some(({ seenAt }) => seenAt === null);
}

/**
 * Says that what the page shows was seen some time ago, and why; nothing when the cache is fresh. Pass the states of the
 * kinds that the page shows.
 */
export function LastSeenNotice({ states, now }: { states: readonly SyncState[]; now: number }) {
  const oldest = states.flatMap(({ seenAt }) => seenAt ?? []).sort()[0];
  const failed = states.find(({ failure }) => failure !== null);
  if (isUnread(states)) {
    return (
      <>
        <RefreshEvery seconds={failed ? 10 : 2} />
        {failed ? (
          <Notice tone="amber" icon="cloud-off" title="AWS could not be read yet" className="mb-4">
            {failed.failure} The worker tries again by itself.
          </Notice>
        ) : (
          <Notice tone="blue" icon="refresh-cw" title="AWS is being read for the first time" className="mb-4">
            The worker does that within a minute of its start; this page then shows by itself what there is.
          </Notice>
        )}
      </>
    );
  }
  if (!oldest) return null;
  if (!failed && now - Date.parse(oldest) < staleAfterMs) return null;
  return (
    <>
      <RefreshEvery seconds={20} />
      <Notice
        tone="amber"
        icon={failed ? 'cloud-off' : 'clock'}
        title={
          <>
            Last seen <RelativeTime at={oldest} now={now} />
          </>
        }
        className="mb-4"
      >
        {failed
          ? `${failed.failure} What stands here may have changed since; tenants' traffic does not depend on it.`
          : 'Nothing has read AWS since. Check that the worker runs: /api/health says so.'}
      </Notice>
    </>
  );
}
