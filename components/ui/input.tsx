import type { ComponentProps, ReactNode } from 'react';
import { cn } from './cn';

/** Shared look of everything one types or chooses in. Red border when `aria-invalid`. */
export const controlClass =
  'w-full min-w-0 rounded-md border border-line-control bg-surface text-ink text-sm placeholder:text-ink-subtle ' +
  'hover:border-ink-subtle focus-visible:border-focus focus-visible:outline-offset-0 ' +
  'disabled:cursor-not-allowed disabled:bg-sunken disabled:text-ink-subtle aria-invalid:border-red';

/** One-line text input, 32 px high. Give it the props that `Field` hands over. */
export function Input({ className, mono = false, ...rest }: ComponentProps<'input'> & { mono?: boolean }) {
  return <input {...rest} className={cn(controlClass, 'h-8 px-2.5', mono && 'font-mono', className)} />;
}

/** Input with fixed text before or after it, for example the zone after a host label. */
export function AffixInput({
  before,
  after,
  mono = false,
  ...rest
}: ComponentProps<'input'> & { before?: ReactNode; after?: ReactNode; mono?: boolean }) {
  const affix = 'flex max-w-[60%] shrink-0 items-center truncate bg-sunken px-2.5 text-ink-muted text-sm';
  return (
    <span className="flex h-8 w-full overflow-hidden rounded-md border border-line-control has-[:focus-visible]:outline-2 has-[:focus-visible]:outline-focus has-[[aria-invalid=true]]:border-red">
      {before ? <span className={cn(affix, 'border-line border-r', mono && 'font-mono')}>{before}</span> : null}
      <input
        {...rest}
        className={cn(
          'w-full min-w-0 bg-surface px-2.5 text-sm outline-none placeholder:text-ink-subtle',
          mono && 'font-mono',
        )}
      />
      {after ? <span className={cn(affix, 'border-line border-l', mono && 'font-mono')}>{after}</span> : null}
    </span>
  );
}

/** Several lines of text. */
export function Textarea({ className, ...rest }: ComponentProps<'textarea'>) {
  return <textarea rows={4} {...rest} className={cn(controlClass, 'px-2.5 py-1.5', className)} />;
}
