import { Notice } from '@/components/ui/notice';
import { RelativeTime } from '@/components/ui/relative-time';
import type { SyncState } from '@/lib/inventory/model';

/** AWS could not be read lately: what the page shows was last seen then. */
export function StaleNotice({ stale, now }: { stale: SyncState[]; now: number }) {
  const [first] = stale;
  if (first === undefined) return null;
  const seen = stale.map((state) => state.seenAt).sort((a, b) => (a ?? '').localeCompare(b ?? ''))[0] ?? null;
  return (
    <Notice tone="grey" icon="cloud-off" title="AWS could not be read lately." className="mb-4">
      {first.failure}{' '}
      {seen === null ? (
        'It has not been read yet.'
      ) : (
        <>
          What you see of AWS was last seen <RelativeTime at={seen} now={now} />.
        </>
      )}
    </Notice>
  );
}
