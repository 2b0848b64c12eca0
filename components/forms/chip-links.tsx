import Link from 'next/link';
import { cn } from '@/components/ui/cn';

/** A filter with a handful of values, each a link with the number of rows behind it. */
export function ChipLinks({
  label,
  items,
}: {
  label: string;
  /** `count` null: there is nothing to count. */
  items: { label: string; count: number | string | null; href: string; current: boolean }[];
}) {
  return (
    <nav aria-label={label} className="chip-row">
      {items.map((item) => (
        <Link
          key={item.label}
          href={item.href}
          scroll={false}
          aria-current={item.current ? 'true' : undefined}
          className={cn(
            'inline-flex h-7 shrink-0 items-center gap-1.5 rounded-full border px-2.5 font-medium text-xs',
            item.current
              ? 'border-accent-line bg-accent-soft text-ink'
              : 'border-line-strong bg-surface text-ink-muted hover:bg-hover hover:text-ink',
          )}
        >
          {item.label}
          {item.count === null ? null : <span className="text-ink-subtle tabular-nums">{item.count}</span>}
        </Link>
      ))}
    </nav>
  );
}
