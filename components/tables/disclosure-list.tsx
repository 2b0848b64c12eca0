import Link from 'next/link';
import type { ReactNode } from 'react';
import { cn } from '@/components/ui/cn';
import { Icon } from '@/components/ui/icon';

/** A column's head; with `href` a link that sorts by it. */
export interface SortHead {
  label: string;
  href: string;
  /** Null: sorted by another column. */
  sorted: 'ascending' | 'descending' | null;
}

/**
 * Rows that open to their details: columns on wide screens, stacked on narrow ones. Each row is the browser's own
 * `<details>`, so it works without script and the page's search finds and opens what is inside. `columns` are the grid's
 * classes from 768 px on, the same for `heads` and rows; a `summary` holds text only, links belong into the details.
 * Heads that sort are there on narrow screens, too.
 */
export function DisclosureList({
  label,
  heads,
  columns,
  children,
}: {
  label: string;
  heads: string[] | SortHead[];
  columns: string;
  children: ReactNode;
}) {
  const [first] = heads;
  return (
    <div>
      {first !== undefined && typeof first !== 'string' ? (
        <nav
          aria-label={`Sort: ${label}`}
          className={cn(
            'flex min-h-9 flex-wrap items-center gap-x-4 border-line border-b bg-sunken px-4 md:grid md:pr-4 md:pl-10',
            columns,
          )}
        >
          {(heads as SortHead[]).map((head) => (
            <SortLink key={head.label} head={head} />
          ))}
        </nav>
      ) : (
        /* Each row says what it shows by itself; to a screen reader the heads would be noise before the list. */
        <div
          aria-hidden="true"
          className={cn('hidden h-9 items-center gap-4 border-line border-b bg-sunken pr-4 pl-10 md:grid', columns)}
        >
          {(heads as string[]).map((head) => (
            <span key={head} className="truncate font-medium text-ink-muted text-xs">
              {head}
            </span>
          ))}
        </div>
      )}
      <ul aria-label={label}>{children}</ul>
    </div>
  );
}

function SortLink({ head: { label, href, sorted } }: { head: SortHead }) {
  return (
    <Link
      href={href}
      prefetch={false}
      scroll={false}
      aria-current={sorted === null ? undefined : 'true'}
      className="inline-flex min-h-6 items-center gap-1 justify-self-start rounded-sm font-medium text-ink-muted text-xs hover:text-ink"
    >
      {label}
      <Icon
        name={sorted === null ? 'chevrons-up-down' : sorted === 'descending' ? 'chevron-down' : 'chevron-up'}
        label={sorted ?? undefined}
        className={sorted === null ? 'size-3 text-ink-subtle' : 'size-3 text-ink'}
      />
    </Link>
  );
}

/** One row of a {@link DisclosureList}; `id` lets a link open and show it. */
export function DisclosureRow({
  id,
  columns,
  summary,
  children,
  open = false,
}: {
  id?: string;
  columns: string;
  summary: ReactNode;
  children: ReactNode;
  open?: boolean;
}) {
  return (
    <li id={id} className="border-line border-b last:border-b-0">
      <details open={open} className="group">
        <summary className="relative py-2.5 pr-4 pl-10 hover:bg-hover focus-visible:-outline-offset-2 group-open:bg-sunken">
          <Icon
            name="chevron-right"
            className="absolute top-3.5 left-3.5 size-4 text-ink-subtle duration-100 group-open:rotate-90 motion-safe:transition-transform"
          />
          <div className={cn('grid items-start gap-x-4 gap-y-1', columns)}>{summary}</div>
        </summary>
        <div className="border-line border-t px-4 py-4 md:pl-10">{children}</div>
      </details>
    </li>
  );
}
