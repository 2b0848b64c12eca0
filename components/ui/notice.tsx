import type { ReactNode } from 'react';
import { cn } from './cn';
import { Icon, type IconName } from './icon';
import { type Tone, toneClasses } from './tone';

const icons: Record<Tone, IconName> = {
  green: 'circle-check',
  blue: 'info',
  amber: 'triangle-alert',
  red: 'circle-alert',
  violet: 'wrench',
  grey: 'info',
};

/**
 * A sentence that matters, in the flow of the page. `live` announces it when it appears after an action (errors at once,
 * others politely).
 */
export function Notice({
  tone = 'blue',
  title,
  children,
  action,
  live = false,
  icon,
  className,
}: {
  tone?: Tone;
  title?: ReactNode;
  children?: ReactNode;
  action?: ReactNode;
  live?: boolean;
  icon?: IconName;
  className?: string;
}) {
  const classes = toneClasses[tone];
  return (
    <div
      role={live ? (tone === 'red' ? 'alert' : 'status') : undefined}
      className={cn(
        'flex flex-wrap items-start gap-x-3 gap-y-2 rounded-lg border px-3 py-2.5 text-sm',
        classes.soft,
        classes.line,
        className,
      )}
    >
      <Icon name={icon ?? icons[tone]} className={cn('mt-0.5 size-4', classes.text)} />
      <div className="wrap-anywhere min-w-0 flex-1 basis-48">
        {title ? <p className="font-medium">{title}</p> : null}
        {children ? <div className="text-ink-muted">{children}</div> : null}
      </div>
      {action}
    </div>
  );
}
