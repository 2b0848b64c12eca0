import { Notice } from '@/components/ui/notice';
import { RelativeTime } from '@/components/ui/relative-time';
import type { SyncState } from '@/lib/inventory/model';

/** Cached data this old is worth a word even when nothing failed: the worker may stand still. */
const staleAfterMs = 15 * 60_000;

/**
 * Says that what the page shows was seen some time ago, and why; nothing when the cache is fresh. Pass the states of the
 * kinds that the page shows.
 */
export function LastSeenNotice({ states, now }: { states: readonly SyncState[]; now: number }) {
  const seen = states.flatMap(({ seenAt }) => seenAt ?? []).sort();
  const oldest = seen[0];
  const failed = states.find(({ failure }) => failure !== null);
  if (seen.length < states.length) {
    return failed ? (
      <Notice tone="amber" icon="cloud-off" title="AWS could not be read yet" className="mb-4">
        {failed.failure} The worker tries again by itself.
      </Notice>
    ) : (
      <Notice tone="blue" icon="cloud-off" title="AWS has not been read yet" className="mb-4">
        The worker reads it within a minute of its start; this page then shows what there is.
      </Notice>
    );
  }
  if (!oldest) return null;
  if (failed) {
    return (
      <Notice
        tone="amber"
        icon="cloud-off"
        title={
          <>
            Last seen <RelativeTime at={oldest} now={now} />
          </>
        }
        className="mb-4"
      >
        {failed.failure} What stands here may have changed since; tenants' traffic does not depend on it.
      </Notice>
    );
  }
  if (now - Date.parse(oldest) < staleAfterMs) return null;
  return (
    <Notice
      tone="amber"
      icon="clock"
      title={
        <>
          Last seen <RelativeTime at={oldest} now={now} />
        </>
      }
      className="mb-4"
    >
      Nothing has read AWS since. Check that the worker runs: /api/health says so.
    </Notice>
  );
}
