import type { ReactNode } from 'react';
import { cn } from './cn';

const frames = {
  plain: 'border-line',
  /** Something is to be done here. */
  amber: 'border-amber-line',
  /** Not part of the product proper. */
  dashed: 'border-line-strong border-dashed',
};

/** A framed part of a page. With a `title` it becomes a labelled section; `level` keeps the order of headings right. */
export function Card({
  title,
  level = 2,
  description,
  actions,
  children,
  flush = false,
  frame = 'plain',
  className,
  id,
}: {
  title?: ReactNode;
  level?: 2 | 3;
  description?: ReactNode;
  /** Buttons at the right of the title. */
  actions?: ReactNode;
  /** Nothing: the title with its actions is all there is. */
  children?: ReactNode;
  /** No padding: the child is a table or a list that reaches the border. */
  flush?: boolean;
  frame?: keyof typeof frames;
  className?: string;
  /** Target for links; also names the section. */
  id?: string;
}) {
  const Heading = level === 2 ? 'h2' : 'h3';
  return (
    <section id={id} className={cn('min-w-0 overflow-hidden rounded-lg border bg-surface', frames[frame], className)}>
      {title ? (
        <div className="flex min-h-11 flex-wrap items-center gap-x-3 gap-y-2 border-line px-4 py-2 not-last:border-b">
          {/* Beside buttons a description needs room for half a line; with less, the buttons go below it. */}
          <div className={cn('min-w-0 flex-1', description ? 'basis-60' : 'basis-40')}>
            <Heading className="font-semibold text-sm">{title}</Heading>
            {description ? <p className="text-ink-muted text-xs">{description}</p> : null}
          </div>
          {actions}
        </div>
      ) : null}
      {children ? <div className={flush ? undefined : 'p-4'}>{children}</div> : null}
    </section>
  );
}
