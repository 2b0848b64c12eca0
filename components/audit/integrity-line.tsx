import { Icon } from '@/components/ui/icon';
import { RelativeTime } from '@/components/ui/relative-time';
import type { AuditState } from '@/lib/audit/state';
import { BrokenNotice } from './broken-notice';

/** One line on the log's own page: whether it is as it was written. */
export function IntegrityLine({ state, now }: { state: AuditState; now: number }) {
  const { last, rows, checkpoint } = state;
  if (last !== null && !last.verdict.whole) {
    return <BrokenNotice broken={last.verdict.broken} at={last.at} now={now} className="mb-3" />;
  }
  return (
    <p className="mb-3 flex flex-wrap items-center gap-x-2 gap-y-1 text-ink-muted text-xs">
      <Icon
        name={last === null ? 'circle-dashed' : 'shield-check'}
        className={last === null ? 'size-4' : 'size-4 text-green'}
      />
      {last === null ? (
        'Not verified yet.'
      ) : (
        <span>
          Verified <RelativeTime at={last.at} now={now} />: as it was written.
        </span>
      )}
      <span className="tabular-nums">{rows.toLocaleString('en')} rows in the chain</span>
      {checkpoint ? (
        <span>
          · head signed <RelativeTime at={checkpoint.at} now={now} />
        </span>
      ) : null}
    </p>
  );
}
