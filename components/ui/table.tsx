import type { ComponentProps, CSSProperties, ReactNode } from 'react';
import { cn } from './cn';

/**
 * A table in a region that, with `minWidth`, scrolls sideways on narrow screens. The region is named, and focusable so that
 * the keyboard can scroll it. `label` is also the table's caption for screen readers.
 */
export function Table({
  label,
  children,
  className,
  minWidth,
  stacked = false,
}: {
  label: string;
  children: ReactNode;
  className?: string;
  /** CSS length below which the table scrolls instead of squeezing, for example `48rem`. */
  minWidth?: string;
  /** Below 640 px each row is a block with its cells one under the other; a cell's `heading` then stands above it. */
  stacked?: boolean;
}) {
  return (
    // A region that scrolls has to be reachable by keyboard (WCAG 2.1.1); one that never does would be a stop for nothing.
    <section
      aria-label={label}
      tabIndex={minWidth ? 0 : undefined}
      // Positioned, so that what is for screen readers only scrolls along and doesn't widen the page.
      className="relative overflow-x-auto focus-visible:-outline-offset-2"
    >
      <table
        className={cn(
          'w-full border-collapse text-left text-sm',
          minWidth && (stacked ? 'sm:min-w-(--min-width)' : 'min-w-(--min-width)'),
          stacked && 'stacked',
          className,
        )}
        style={minWidth ? ({ '--min-width': minWidth } as CSSProperties) : undefined}
      >
        <caption className="sr-only">{label}</caption>
        {children}
      </table>
    </section>
  );
}

/** Head with one row of `<Th>`. */
export function Thead({ children }: { children: ReactNode }) {
  return (
    <thead className="border-line border-b bg-sunken">
      <tr>{children}</tr>
    </thead>
  );
}

/** Column heading. `sort` marks the column the table is sorted by. */
export function Th({
  children,
  className,
  sort,
  numeric = false,
  ...rest
}: ComponentProps<'th'> & { sort?: 'ascending' | 'descending'; numeric?: boolean }) {
  return (
    <th
      scope="col"
      {...rest}
      aria-sort={sort}
      className={cn(
        'h-9 whitespace-nowrap px-3 font-medium text-ink-muted text-xs first:pl-4 last:pr-4',
        numeric && 'text-right',
        className,
      )}
    >
      {children}
    </th>
  );
}

/** Row. With `interactive` the whole row lights up; put a link with `RowLink` into its first cell. */
export function Tr({
  children,
  className,
  interactive = false,
  ...rest
}: ComponentProps<'tr'> & { interactive?: boolean }) {
  return (
    <tr
      {...rest}
      className={cn('border-line border-b last:border-b-0', interactive && 'relative hover:bg-hover', className)}
    >
      {children}
    </tr>
  );
}

/** Cell. `numeric` aligns figures; `heading` is what stands above it in a `stacked` table on a narrow screen. */
export function Td({
  children,
  className,
  numeric = false,
  heading,
  ...rest
}: ComponentProps<'td'> & { numeric?: boolean; heading?: string }) {
  return (
    <td
      {...rest}
      data-heading={heading}
      className={cn('px-3 py-2 align-middle first:pl-4 last:pr-4', numeric && 'text-right tabular-nums', className)}
    >
      {children}
    </td>
  );
}

/** Class for the link that makes a whole `<Tr interactive>` clickable; other links in the row need `relative`. */
export const rowLinkClass = 'font-medium after:absolute after:inset-0 hover:underline focus-visible:after:outline-2';
