import type { ReactNode } from 'react';

/** Top of a page: the one `<h1>`, a line about it, and the page's actions. */
export function PageHeader({
  title,
  description,
  actions,
  above,
  badge,
}: {
  title: ReactNode;
  description?: ReactNode;
  actions?: ReactNode;
  /** Breadcrumbs. */
  above?: ReactNode;
  /** Status beside the title. */
  badge?: ReactNode;
}) {
  return (
    <header className="mb-5">
      {above}
      <div className="flex flex-wrap items-start gap-x-4 gap-y-3">
        <div className="min-w-0 flex-1 basis-64">
          <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
            <h1 className="break-name font-semibold text-xl tracking-tight">{title}</h1>
            {badge}
          </div>
          {description ? <div className="mt-0.5 text-ink-muted text-sm">{description}</div> : null}
        </div>
        {actions ? <div className="flex flex-wrap items-center gap-2">{actions}</div> : null}
      </div>
    </header>
  );
}
