import type { ReactNode } from 'react';
import { cn } from './cn';
import { Icon, type IconName } from './icon';
import { type Tone, toneClasses, toneIcons } from './tone';

/** A small label: a count, a kind, a marker. For a status use {@link StatusBadge}. */
export function Badge({
  tone = 'grey',
  children,
  className,
}: {
  tone?: Tone;
  children: ReactNode;
  className?: string;
}) {
  const classes = toneClasses[tone];
  return (
    <span
      className={cn(
        'inline-flex h-5 items-center gap-1 whitespace-nowrap rounded align-middle border px-1.5 font-medium text-2xs',
        classes.text,
        classes.soft,
        classes.line,
        className,
      )}
    >
      {children}
    </span>
  );
}

/**
 * A status as icon, word and colour. `variant="plain"` drops ground and border, for dense tables. The icon of a blue
 * status turns unless `still` (or the reader prefers less motion).
 */
export function StatusBadge({
  tone,
  icon,
  children,
  variant = 'soft',
  still = false,
  className,
}: {
  tone: Tone;
  icon?: IconName;
  children: ReactNode;
  variant?: 'soft' | 'plain';
  still?: boolean;
  className?: string;
}) {
  const classes = toneClasses[tone];
  const name = icon ?? toneIcons[tone];
  return (
    <span
      className={cn(
        'inline-flex items-center gap-1.5 whitespace-nowrap align-middle font-medium text-xs',
        classes.text,
        variant === 'plain' && 'h-5.5',
        variant === 'soft' && ['h-6 rounded-full border pr-2 pl-1.5', classes.soft, classes.line],
        className,
      )}
    >
      <Icon name={name} className={cn('size-3.5', name === 'loader-circle' && !still && 'motion-safe:animate-spin')} />
      {children}
    </span>
  );
}
