import { StatusBadge } from '@/components/ui/badge';
import { formatTimeSpan } from '@/components/ui/format-time-span';
import { RelativeTime } from '@/components/ui/relative-time';
import { ScrollRegion } from '@/components/ui/scroll-region';
import type { Segment } from '@/lib/domains/history/model';
import { stateLook } from './state-looks';

/** What the strip shows, in words, the newest first. */
export function HistoryList({ segments, hostname, now }: { segments: Segment[]; hostname: string; now: number }) {
  return (
    <ScrollRegion label={`Changes of ${hostname}`} className="max-h-72">
      <ol className="divide-y divide-line text-sm">
        {[...segments].reverse().map(({ from, to, state, sentence }) => {
          const look = stateLook(state);
          return (
            <li key={from} className="grid gap-0.5 py-2">
              <span className="flex flex-wrap items-center gap-x-3 gap-y-0.5">
                <StatusBadge tone={look.tone} icon={look.icon} variant="plain" still>
                  {look.word}
                </StatusBadge>
                <span className="text-ink-subtle text-xs">
                  <RelativeTime at={new Date(from).toISOString()} now={now} />, for {formatTimeSpan(to - from)}
                </span>
              </span>
              <span className="break-name text-ink-muted text-xs">{sentence}</span>
            </li>
          );
        })}
      </ol>
    </ScrollRegion>
  );
}
