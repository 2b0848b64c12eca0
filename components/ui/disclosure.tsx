import type { ReactNode } from 'react';
import { cn } from './cn';
import { Icon } from './icon';

/** Text that unfolds more below it, without script. The chevron says so. */
export function Disclosure({
  summary,
  children,
  className,
}: {
  summary: ReactNode;
  children: ReactNode;
  className?: string;
}) {
  return (
    <details className={cn('text-sm', className)}>
      <summary className="flex cursor-pointer items-start gap-1.5 rounded-sm text-ink-muted hover:text-ink">
        <SummaryChevron className="mt-[3px]" />
        <span className="min-w-0">{summary}</span>
      </summary>
      <div className="mt-2">{children}</div>
    </details>
  );
}

/** Of a `<summary>`, as its child; turns when its own `<details>` is open, whatever else is around it. */
export function SummaryChevron({ className }: { className?: string }) {
  return (
    <Icon
      name="chevron-right"
      className={cn(
        'size-3.5 shrink-0 text-ink-subtle motion-safe:transition-transform [details[open]>summary>&]:rotate-90',
        className,
      )}
    />
  );
}
