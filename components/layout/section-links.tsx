'use client';

import Link from 'next/link';
import { usePathname } from 'next/navigation';
import { cn } from '@/components/ui/cn';
import { Icon } from '@/components/ui/icon';
import { type SectionBadges, sections } from './sections';

/** Links to the sections; the one in view is marked. `onNavigate` closes what they stand in. */
export function SectionLinks({ badges = {}, onNavigate }: { badges?: SectionBadges; onNavigate?: () => void }) {
  const pathname = usePathname();
  return (
    <ul className="grid gap-0.5">
      {sections.map(({ href, label, icon }) => {
        const badge = badges[href];
        const current = pathname === href || pathname.startsWith(`${href}/`);
        return (
          <li key={href}>
            <Link
              href={href}
              onClick={onNavigate}
              aria-current={current ? 'page' : undefined}
              className={cn(
                'flex h-8 items-center gap-2.5 rounded-md px-2.5 font-medium text-sm max-md:h-10',
                current ? 'bg-accent-soft text-accent' : 'text-ink-muted hover:bg-hover hover:text-ink',
              )}
            >
              <Icon name={icon} />
              {label}
              {badge === undefined || badge.count === 0 ? null : (
                <span className="ml-auto rounded-full border border-amber-line bg-amber-soft px-1.5 text-amber text-xs tabular-nums">
                  {badge.count}
                  <span className="sr-only"> {badge.what}</span>
                </span>
              )}
            </Link>
          </li>
        );
      })}
    </ul>
  );
}
