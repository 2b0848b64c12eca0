import type { ComponentProps } from 'react';
import { cn } from './cn';
import { Icon } from './icon';
import { controlClass } from './input';

/** The browser's own select, 32 px high: it is accessible everywhere, also on phones, and costs no script. */
export function Select({ className, children, ...rest }: ComponentProps<'select'>) {
  return (
    <span className={cn('relative block min-w-0', className)}>
      <select {...rest} className={cn(controlClass, 'h-8 appearance-none truncate pr-8 pl-2.5')}>
        {children}
      </select>
      <Icon name="chevrons-up-down" className="pointer-events-none absolute top-2 right-2.5 size-4 text-ink-subtle" />
    </span>
  );
}
