import Link from 'next/link';
import type { ComponentProps } from 'react';
import { type ButtonSize, type ButtonVariant, buttonClass } from './button-class';
import { cn } from './cn';
import { Icon, type IconName } from './icon';

interface Look {
  variant?: ButtonVariant;
  size?: ButtonSize;
  /** Icon before the text. */
  icon?: IconName;
  /** No text: `aria-label` is then required. */
  iconOnly?: boolean;
}

/** A button. `pending` shows a spinner in the icon's place, and keeps the width and the focus. */
export function Button({
  variant,
  size,
  icon,
  iconOnly,
  pending = false,
  className,
  children,
  type = 'button',
  ...rest
}: ComponentProps<'button'> & Look & { pending?: boolean }) {
  return (
    // `aria-disabled` rather than `disabled` while pending: a disabled button loses the keyboard's focus.
    <button
      {...rest}
      type={type}
      aria-disabled={pending || rest['aria-disabled']}
      aria-busy={pending || undefined}
      onClick={pending ? (event) => event.preventDefault() : rest.onClick}
      className={cn(buttonClass({ variant, size, iconOnly }), className)}
    >
      {pending ? (
        <Icon name="loader-circle" className="size-4 motion-safe:animate-spin" />
      ) : icon ? (
        <Icon name={icon} className={size === 'sm' ? 'size-3.5' : 'size-4'} />
      ) : null}
      {children}
    </button>
  );
}

/** A link that looks like a button. */
export function ButtonLink({
  variant,
  size,
  icon,
  iconOnly,
  className,
  children,
  ...rest
}: ComponentProps<typeof Link> & Look) {
  return (
    <Link {...rest} className={cn(buttonClass({ variant, size, iconOnly }), className)}>
      {icon ? <Icon name={icon} className={size === 'sm' ? 'size-3.5' : 'size-4'} /> : null}
      {children}
    </Link>
  );
}
