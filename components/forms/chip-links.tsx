import Link from 'next/link';
import { cn } from '@/components/ui/cn';

/** A filter with a handful of values, each a link with the number of rows behind it. */
export function ChipLinks({
  label,
  items,
}: {
  label: string;
  items: { label: string; count: number; href: string; current: boolean }[];
}) {
  return (
    <nav aria-label={label} className="flex flex-wrap gap-1.5">
      {items.map((item) => (
        <Link
          key={item.label}
          href={item.href}
          scroll={false}
          aria-current={item.current ? 'true' : undefined}
          className={cn(
            'inline-flex h-7 items-center gap-1.5 rounded-full border px-2.5 font-medium text-xs',
            item.current
              ? 'border-accent-line bg-accent-soft text-accent'
              : 'border-line-strong bg-surface text-ink-muted hover:text-ink',
          )}
        >
          {item.label}
          <span className="tabular-nums">{item.count}</span>
        </Link>
      ))}
    </nav>
  );
}
