import Link from 'next/link';
import { cn } from './cn';

/**
 * Two or three ways to look at one thing, as links: each view has its own URL, so it works without script and can be
 * shared.
 */
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
            item.current ? 'bg-raised text-ink shadow-card' : 'text-ink-muted hover:text-ink',
          )}
        >
          {item.label}
        </Link>
      ))}
    </nav>
  );
}
