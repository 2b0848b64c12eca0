import type { ReactNode } from 'react';
import { Icon, type IconName } from './icon';

/** Says that there is nothing here and what to do next. `title` is a sentence, and a heading only where it is the `page`'s. */
export function EmptyState({
  icon = 'circle-dashed',
  title,
  children,
  action,
  page = false,
}: {
  icon?: IconName;
  title: string;
  children?: ReactNode;
  action?: ReactNode;
  /** It is all that the page has. */
  page?: boolean;
}) {
  const Title = page ? 'h1' : 'p';
  return (
    <div className="flex flex-col items-center px-6 py-12 text-center">
      <span className="mb-3 flex size-10 items-center justify-center rounded-lg border border-line bg-sunken text-ink-muted">
        <Icon name={icon} className="size-5" />
      </span>
      <Title className="text-balance font-medium">{title}</Title>
      {children ? <div className="mt-1 max-w-md text-ink-muted text-sm">{children}</div> : null}
      {action ? <div className="mt-4 flex flex-wrap justify-center gap-2">{action}</div> : null}
    </div>
  );
}
