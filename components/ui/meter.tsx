import { cn } from './cn';
import { type Tone, toneClasses } from './tone';

/** A share of a whole as a bar with its name and figures. `value` may exceed `max`; the bar then is full. */
export function Meter({
  label,
  value,
  max,
  text,
  tone = 'grey',
  hideLabel = false,
}: {
  label: string;
  value: number;
  max: number;
  /** What is read and shown for the figures, for example `12 of 120`. */
  text: string;
  tone?: Tone | 'accent';
  /** The label stands elsewhere already; screen readers still get it. */
  hideLabel?: boolean;
}) {
  const share = max > 0 ? Math.min(1, Math.max(0, value / max)) : 0;
  return (
    <div>
      <div className={cn('mb-1 flex items-baseline justify-between gap-3 text-xs', hideLabel && 'sr-only')}>
        <span className="min-w-0 text-ink-muted">{label}</span>
        <span className="shrink-0 tabular-nums">{text}</span>
      </div>
      <meter aria-label={label} value={Math.min(value, max)} min={0} max={Math.max(max, 1)} className="sr-only">
        {text}
      </meter>
      <div aria-hidden="true" className="h-1.5 overflow-hidden rounded-full bg-grey-line">
        <div
          className={cn('h-full rounded-full', tone === 'accent' ? 'bg-accent' : toneClasses[tone].fill)}
          style={{ width: `${share * 100}%`, minWidth: share > 0 ? 2 : 0 }}
        />
      </div>
    </div>
  );
}
