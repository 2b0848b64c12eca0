import Link from 'next/link';
import { cn } from './cn';

/** Tabs that are links: each view has its own URL, so it works without script and can be shared. */
export function TabLinks({
  label,
  items,
  className,
}: {
  /** Names the navigation for screen readers. */
  label: string;
  items: { label: string; href: string; current: boolean; count?: number }[];
  className?: string;
}) {
  return (
    <nav aria-label={label} className={cn('flex min-w-0 overflow-x-auto border-line border-b', className)}>
      {items.map((item) => (
        <Link
          key={item.href}
          href={item.href}
          scroll={false}
          aria-current={item.current ? 'page' : undefined}
          className={cn(
            '-mb-px inline-flex h-9 shrink-0 items-center gap-1.5 border-b-2 px-3 font-medium text-sm focus-visible:-outline-offset-2',
            item.current ? 'border-accent text-ink' : 'border-transparent text-ink-muted hover:text-ink',
          )}
        >
          {item.label}
          {item.count === undefined ? null : <span className="text-ink-subtle text-xs tabular-nums">{item.count}</span>}
        </Link>
      ))}
    </nav>
  );
}

/** The same as a small segmented control, for two or three ways to look at one thing. */
export function SegmentLinks({
  label,
  items,
}: {
  label: string;
  items: { label: string; href: string; current: boolean }[];
}) {
  return (
    <nav aria-label={label} className="inline-flex rounded-md border border-line-strong bg-sunken p-0.5">
      {items.map((item) => (
        <Link
          key={item.href}
          href={item.href}
          scroll={false}
          aria-current={item.current ? 'page' : undefined}
          className={cn(
            'inline-flex h-6 items-center rounded px-2.5 font-medium text-xs',
            item.current ? 'bg-surface text-ink shadow-card' : 'text-ink-muted hover:text-ink',
          )}
        >
          {item.label}
        </Link>
      ))}
    </nav>
  );
}
