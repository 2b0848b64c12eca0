import { cn } from '@/components/ui/cn';
import { formatAbsoluteTime } from '@/components/ui/format-relative-time';
import { formatTimeSpan } from '@/components/ui/format-time-span';
import { Icon } from '@/components/ui/icon';
import { toneClasses } from '@/components/ui/tone';
import type { Segment } from '@/lib/domains/history/model';
import { stateLook } from './state-looks';

/** More than fit; the list below has them all. */
const mostSegments = 240;

/** A window of a domain's history, from left to right. For eyes only: `HistoryList` says the same in words. */
export function HistoryStrip({ segments, label }: { segments: Segment[]; label: string }) {
  const shown = segments.slice(-mostSegments);
  const few = shown.length <= 30;
  return (
    <div className="grid gap-2">
      <div role="img" aria-label={label} className="flex h-7 overflow-hidden rounded-md border border-line bg-sunken">
        {shown.map(({ from, to, state, sentence }) => {
          const look = stateLook(state);
          const words = `${look.word}, ${formatTimeSpan(to - from)} from ${formatAbsoluteTime(new Date(from))}. ${sentence}`;
          return (
            <span
              key={from}
              title={words}
              // The shortest outage stays visible, and what the legend names while there is room for it.
              className={cn('h-full shrink basis-0', look.fill, (few || state === 'Broken') && 'min-w-1 shrink-0')}
              style={{ flexGrow: to - from }}
            />
          );
        })}
      </div>
      <ul className="flex flex-wrap gap-x-4 gap-y-1 text-ink-muted text-xs">
        {[...new Set(shown.map(({ state }) => state))].map((state) => {
          const look = stateLook(state);
          return (
            <li key={state ?? ''} className="inline-flex items-center gap-1.5">
              <span aria-hidden className={cn('size-2.5 rounded-sm border border-line', look.fill)} />
              <Icon name={look.icon} className={cn('size-3.5', toneClasses[look.tone].text)} />
              {look.word}
            </li>
          );
        })}
      </ul>
    </div>
  );
}
