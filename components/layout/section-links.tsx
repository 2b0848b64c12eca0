'use client';

import Link from 'next/link';
import { usePathname } from 'next/navigation';
import { cn } from '@/components/ui/cn';
import { Icon } from '@/components/ui/icon';
import { sections } from './sections';

/** Links to the sections; the one in view is marked. `onNavigate` closes what they stand in. */
export function SectionLinks({ onNavigate }: { onNavigate?: () => void }) {
  const pathname = usePathname();
  return (
    <ul className="grid gap-0.5">
      {sections.map(({ href, label, icon }) => {
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
            </Link>
          </li>
        );
      })}
    </ul>
  );
}
