import type { ComponentProps, ReactNode } from 'react';
import { cn } from './cn';

const boxClass = 'mt-[3px] size-4 shrink-0 accent-accent';

/**
 * One option of a group of radio buttons as a card: label, explanation and, with `children`, more (why it can't be
 * chosen, details). Put several with the same `name` into a `<ChoiceGroup>`.
 */
export function ChoiceCard({
  label,
  hint,
  aside,
  children,
  ...rest
}: Omit<ComponentProps<'input'>, 'type'> & {
  label: ReactNode;
  hint?: ReactNode;
  aside?: ReactNode;
  children?: ReactNode;
}) {
  return (
    <label
      className={cn(
        'flex items-start gap-2.5 rounded-lg border border-line-strong bg-surface px-3 py-2.5 text-sm',
        'has-[:checked]:border-accent has-[:checked]:bg-accent-soft has-[:focus-visible]:outline-2 has-[:focus-visible]:outline-focus',
        rest.disabled ? 'cursor-not-allowed bg-sunken' : 'hover:border-line-control',
      )}
    >
      <input {...rest} type="radio" className={cn(boxClass, 'outline-none')} />
      <span className="min-w-0 flex-1">
        <span className="flex flex-wrap items-center gap-x-2 gap-y-1 font-medium">
          <span className="break-name min-w-0">{label}</span>
          {aside}
        </span>
        {hint ? <span className="block text-ink-muted text-xs">{hint}</span> : null}
        {children}
      </span>
    </label>
  );
}

/** A `<fieldset>` of choices with its question, explanation and error. */
export function ChoiceGroup({
  legend,
  hint,
  error,
  columns = 1,
  children,
}: {
  legend: ReactNode;
  hint?: ReactNode;
  error?: string | null | undefined;
  /** Side by side from 640 px on. */
  columns?: 1 | 2 | 3;
  children: ReactNode;
}) {
  return (
    <fieldset className="min-w-0">
      <legend className="mb-1 font-medium text-sm">{legend}</legend>
      {hint ? <p className="mb-2 text-ink-muted text-xs">{hint}</p> : null}
      <div className={cn('grid gap-2', columns === 2 && 'sm:grid-cols-2', columns === 3 && 'sm:grid-cols-3')}>
        {children}
      </div>
      <p role="status" className="text-red text-xs empty:hidden">
        {error ? <span className="mt-1.5 block">{error}</span> : null}
      </p>
    </fieldset>
  );
}
