import type { ReactNode } from 'react';
import { Mark } from '@/components/layout/mark';
import { cn } from '@/components/ui/cn';

/** Frame of the pages before the console: the mark, what the page is for, and one card. */
export function Entrance({
  title,
  description,
  notice,
  below,
  wide = false,
  children,
}: {
  title: string;
  description?: ReactNode;
  /** Between heading and card. */
  notice?: ReactNode;
  below?: ReactNode;
  wide?: boolean;
  children?: ReactNode;
}) {
  return (
    <main className="flex min-h-dvh flex-col items-center justify-center px-4 py-10">
      <div className={cn('w-full', wide ? 'max-w-lg' : 'max-w-sm')}>
        <div className="mb-6 flex flex-col items-center text-center">
          <Mark className="mb-4 size-10" />
          <h1 className="font-semibold text-xl tracking-tight">{title}</h1>
          {description ? <p className="mt-1 text-ink-muted text-sm">{description}</p> : null}
        </div>
        {notice ? <div className="mb-4 grid gap-2">{notice}</div> : null}
        {children ? <div className="rounded-xl border border-line bg-surface p-5 shadow-card">{children}</div> : null}
        {below ? <div className="mt-4 text-center text-ink-muted text-xs">{below}</div> : null}
      </div>
    </main>
  );
}
