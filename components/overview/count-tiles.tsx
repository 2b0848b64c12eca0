import Link from 'next/link';
import { headlineLooks } from '@/components/domains/headline-look';
import { cn } from '@/components/ui/cn';
import { Icon } from '@/components/ui/icon';
import { toneClasses } from '@/components/ui/tone';
import type { Headline } from '@/lib/domains/model';

/** How many tenants have each headline, as links to those tenants. */
export function CountTiles({ tiles }: { tiles: { headline: Headline; count: number; href: string }[] }) {
  return (
    <ul aria-label="Tenants by status" className="mb-5 grid grid-cols-2 gap-2 sm:grid-cols-3 xl:grid-cols-6">
      {tiles.map(({ headline, count, href }) => {
        const { tone, icon } = headlineLooks[headline];
        return (
          <li key={headline}>
            <Link
              href={href}
              className="flex h-full min-h-12 items-center gap-2.5 rounded-lg border border-line bg-surface px-3 py-2 hover:border-line-control"
            >
              <Icon name={icon} className={cn('size-4', count > 0 ? toneClasses[tone].text : 'text-ink-subtle')} />
              <span className="min-w-0 flex-1 text-ink-muted text-sm leading-4.5">{headline}</span>
              <span className={cn('font-semibold text-lg tabular-nums', count === 0 && 'font-normal text-ink-subtle')}>
                {count}
              </span>
            </Link>
          </li>
        );
      })}
    </ul>
  );
}
