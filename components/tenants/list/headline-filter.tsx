import Link from 'next/link';
import { headlineLooks } from '@/components/domains/headline-look';
import { cn } from '@/components/ui/cn';
import { Icon } from '@/components/ui/icon';
import { toneClasses } from '@/components/ui/tone';
import type { Headline } from '@/lib/domains/model';

export interface FilterChip {
  /** Null stands for all. */
  headline: Headline | null;
  count: number;
  href: string;
  current: boolean;
}

/** Filter by headline, one link each with its count. */
export function HeadlineFilter({ chips }: { chips: FilterChip[] }) {
  return (
    <nav aria-label="Filter by status" className="chip-row">
      {chips.map(({ headline, count, href, current }) => {
        const look = headline === null ? null : headlineLooks[headline];
        return (
          <Link
            key={headline ?? 'all'}
            href={href}
            prefetch={false}
            scroll={false}
            aria-current={current ? 'true' : undefined}
            className={cn(
              'inline-flex h-7 shrink-0 items-center gap-1.5 rounded-full border px-2.5 font-medium text-xs',
              current
                ? 'border-accent-line bg-accent-soft text-ink'
                : 'border-line-strong bg-surface text-ink-muted hover:bg-hover hover:text-ink',
            )}
          >
            {look === null ? null : <Icon name={look.icon} className={cn('size-3.5', toneClasses[look.tone].text)} />}
            {headline ?? 'All'}
            <span className="text-ink-subtle tabular-nums">{count}</span>
          </Link>
        );
      })}
    </nav>
  );
}
