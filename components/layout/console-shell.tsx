import Link from 'next/link';
import type { CSSProperties, ReactNode } from 'react';
import { ToastHost } from '@/components/ui/toast-host';
import { CommandTrigger } from './command-trigger';
import { Mark } from './mark';
import { MobileMenu } from './mobile-menu';
import { SectionLinks } from './section-links';
import type { SectionBadges } from './sections';

/**
 * Frame of every page behind the sign-in: skip link, sidebar (a sheet below 768 px), top bar, content. `gateway` tells
 * what the console works on, `account` is the user's menu, `banner` a line above everything,
 * `notice` a short link in the bar.
 */
export function ConsoleShell({
  gateway,
  account,
  banner,
  notice,
  badges,
  children,
}: {
  gateway: ReactNode;
  account: ReactNode;
  banner?: ReactNode;
  /** A short link that matters on every page, beside the gateway. */
  notice?: ReactNode;
  badges: SectionBadges;
  children: ReactNode;
}) {
  return (
    <div
      // What is placed below the bar, in the browser's top layer, has to know how high it is.
      style={{ '--bar-height': banner ? '84px' : '56px' } as CSSProperties}
      className="min-h-dvh md:grid md:grid-cols-[13.5rem_minmax(0,1fr)]"
    >
      <a href="#main" className="skip-link rounded-md bg-accent px-3 py-1.5 font-medium text-accent-ink text-sm">
        Skip to the content
      </a>
      <nav
        aria-label="Sections"
        className="sticky top-0 hidden h-dvh flex-col gap-4 overflow-auto border-line border-r px-3 py-3 md:flex"
      >
        <Link
          href="/overview"
          className="flex h-8 items-center gap-2.5 self-start rounded-md px-1.5 font-semibold tracking-tight"
        >
          <Mark />
          Gatehouse
        </Link>
        <SectionLinks badges={badges} />
      </nav>
      <div className="flex min-w-0 flex-col">
        <header className="sticky top-0 z-20 bg-canvas">
          {banner}
          <div className="flex h-14 items-center gap-3 border-line border-b px-4 max-md:pl-2 lg:px-6">
            <div className="md:hidden">
              <MobileMenu badges={badges} />
            </div>
            <div className="min-w-0 flex-1">{gateway}</div>
            {notice}
            <CommandTrigger />
            {account}
          </div>
        </header>
        <main id="main" tabIndex={-1} className="mx-auto w-full max-w-[90rem] flex-1 px-4 py-6 outline-none lg:px-6">
          {children}
        </main>
      </div>
      <ToastHost />
    </div>
  );
}
