import { CircleAlert } from 'lucide';
import type { ReactNode } from 'react';
import { SvgIcon } from './svg-icon';

/**
 * In place of a page: what happened, in a fixed sentence, what to do about it, and the reference under which the log has the original.
 * `action` is the way on: try again, go back.
 */
export function ErrorState({
  title,
  fix,
  reference,
  action,
}: {
  title: string;
  fix?: ReactNode;
  reference?: string | null | undefined;
  action?: ReactNode;
}) {
  return (
    <div role="alert" className="flex flex-col items-center px-6 py-12 text-center">
      <span className="mb-3 flex size-10 items-center justify-center rounded-lg border border-red-line bg-red-soft text-red">
        <SvgIcon shape={CircleAlert} className="size-5" />
      </span>
      <h1 className="font-medium">{title}</h1>
      {fix ? <div className="mt-1 max-w-md text-ink-muted text-sm">{fix}</div> : null}
      {reference ? (
        <p className="mt-2 text-ink-muted text-xs">
          Reference <code className="select-all text-ink">{reference}</code>
        </p>
      ) : null}
      {action ? <div className="mt-4 flex flex-wrap justify-center gap-2">{action}</div> : null}
    </div>
  );
}
