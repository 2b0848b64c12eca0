import type { ReactNode } from 'react';
import { cn } from '@/components/ui/cn';
import { Icon } from '@/components/ui/icon';

/**
 * Rows that open to their details: columns on wide screens, stacked on narrow ones. Each row is the browser's own
 * `<details>`, so it works without script and the page's search finds and opens what is inside. `columns` are the grid's
 * classes from 768 px on, the same for `heads` and rows; a `summary` holds text only, links belong into the details.
 */
export function DisclosureList({
  label,
  heads,
  columns,
  children,
}: {
  label: string;
  heads: string[];
  columns: string;
  children: ReactNode;
}) {
  return (
    <div>
      {/* Each row says what it shows by itself; to a screen reader the heads would be noise before the list. */}
      <div
        aria-hidden="true"
        className={cn('hidden h-9 items-center gap-4 border-line border-b bg-sunken pr-4 pl-10 md:grid', columns)}
      >
        {heads.map((head) => (
          <span key={head} className="truncate font-medium text-ink-muted text-xs">
            {head}
          </span>
        ))}
      </div>
      <ul aria-label={label}>{children}</ul>
    </div>
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
