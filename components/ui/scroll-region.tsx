import type { ReactNode } from 'react';
import { cn } from './cn';

/** A part of the page that scrolls by itself. Named and focusable, so that the keyboard can scroll it (WCAG 2.1.1). */
export function ScrollRegion({
  label,
  children,
  className,
}: {
  label: string;
  children: ReactNode;
  /** The height it may have. */
  className?: string;
}) {
  return (
    <section
      aria-label={label}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reachable by keyboard
      tabIndex={0}
      className={cn('relative overflow-y-auto focus-visible:-outline-offset-2', className)}
    >
      {children}
    </section>
  );
}
