import { cn } from '@/components/ui/cn';
import type { Segment } from '@/lib/domains/history/model';
import { stateLook } from './state-looks';

/** A window of a domain's history in a row of a list: how it went, at a glance. The domain's page says it in words. */
export function TinyStrip({ segments, label }: { segments: Segment[]; label: string }) {
  return (
    <span
      role="img"
      aria-label={label}
      title={label}
      className="flex h-1.5 w-full max-w-40 overflow-hidden rounded-full border border-line bg-sunken"
    >
      {segments.map(({ from, to, state }) => (
        <span
          key={from}
          // The shortest outage stays visible.
          className={cn('h-full shrink basis-0', stateLook(state).fill, state === 'Broken' && 'min-w-0.5 shrink-0')}
          style={{ flexGrow: to - from }}
        />
      ))}
    </span>
  );
}
