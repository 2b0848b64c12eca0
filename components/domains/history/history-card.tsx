import { Card } from '@/components/ui/card';
import { Disclosure } from '@/components/ui/disclosure';
import { formatTimeSpan } from '@/components/ui/format-time-span';
import { RelativeTime } from '@/components/ui/relative-time';
import { SegmentLinks } from '@/components/ui/segment-links';
import { incidentsOf } from '@/lib/domains/history/incidents-of';
import { type HistoryEntry, type HistoryWindow, historyWindows, windowLengths } from '@/lib/domains/history/model';
import { segmentsOf } from '@/lib/domains/history/segments-of';
import { sharesOf } from '@/lib/domains/history/shares-of';
import { HistoryList } from './history-list';
import { HistoryStrip } from './history-strip';
import { liveWords, restWords } from './history-words';

interface Props {
  hostname: string;
  entries: HistoryEntry[];
  window: HistoryWindow;
  /** Where each choice of the window leads. */
  hrefOf: (window: HistoryWindow) => string;
  now: number;
}

/** A domain over time: the strip, how much of it it was Live, and its outages from their first failed check on. */
export function HistoryCard({ hostname, entries, window, hrefOf, now }: Props) {
  const { ms, words } = windowLengths[window];
  const segments = segmentsOf(entries, { from: now - ms, to: now });
  const shares = sharesOf(segments);
  const incidents = incidentsOf(segments).reverse();
  const live = liveWords(shares, words);
  const rest = restWords(shares);
  return (
    <Card
      level={3}
      title="History"
      actions={
        <SegmentLinks
          label={`Window of the history of ${hostname}`}
          items={historyWindows.map((one) => ({
            label: windowLengths[one].label,
            href: hrefOf(one),
            current: one === window,
          }))}
        />
      }
    >
      <div className="grid gap-3">
        <p className="text-sm">
          <span className="font-medium">{live}</span>
          {rest.length > 0 ? <span className="text-ink-muted"> · {rest.join(' · ')}</span> : null}
        </p>
        <HistoryStrip
          segments={segments}
          label={`${hostname} in ${words}, oldest first. ${live}. ${rest.join(', ')}`}
        />
        {incidents.length === 0 ? null : (
          <div className="grid gap-1">
            <h4 className="font-medium text-xs">
              {incidents.length === 1 ? '1 outage' : `${incidents.length} outages`}, from the first failed check on
            </h4>
            <ul className="grid gap-1 text-sm">
              {incidents.slice(0, 5).map(({ from, to, sentence }) => (
                <li key={from} className="text-ink-muted text-xs">
                  <RelativeTime at={new Date(from).toISOString()} now={now} />,{' '}
                  {to === null ? `for ${formatTimeSpan(now - from)} until now` : `for ${formatTimeSpan(to - from)}`}:{' '}
                  <span className="break-name">{sentence}</span>
                </li>
              ))}
            </ul>
            {incidents.length > 5 ? <p className="text-ink-subtle text-xs">Older ones are among the changes.</p> : null}
          </div>
        )}
        <Disclosure summary={segments.length === 1 ? 'No change in this time' : `All ${segments.length - 1} changes`}>
          <HistoryList segments={segments} hostname={hostname} now={now} />
        </Disclosure>
      </div>
    </Card>
  );
}
