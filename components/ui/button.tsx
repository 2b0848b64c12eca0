import Link from 'next/link';
import type { ComponentProps } from 'react';
import { cn } from './cn';
import { Icon, type IconName } from './icon';

type ButtonVariant = 'primary' | 'secondary' | 'ghost' | 'danger';
type ButtonSize = 'sm' | 'md';

const variants: Record<ButtonVariant, string> = {
  primary: 'border-transparent bg-accent text-accent-ink hover:bg-accent-strong',
  secondary: 'border-line-strong bg-surface text-ink shadow-card hover:bg-hover',
  ghost: 'border-transparent text-ink-muted hover:bg-hover hover:text-ink',
  danger: 'border-red-line bg-red-soft text-red hover:border-red',
};

/** The look that buttons and links share. */
function buttonClass(options: { variant?: ButtonVariant; size?: ButtonSize; iconOnly?: boolean } = {}): string {
  const { variant = 'secondary', size = 'md', iconOnly = false } = options;
  return cn(
    'inline-flex select-none items-center justify-center gap-1.5 whitespace-nowrap rounded-md border font-medium transition-colors duration-100',
    'disabled:cursor-not-allowed disabled:opacity-55 aria-disabled:cursor-not-allowed aria-disabled:opacity-55',
    size === 'sm' ? 'h-7 text-xs' : 'h-8 text-sm',
    iconOnly ? (size === 'sm' ? 'w-7' : 'w-8') : size === 'sm' ? 'px-2' : 'px-3',
    variants[variant],
  );
}

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
