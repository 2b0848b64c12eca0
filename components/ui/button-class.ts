import { cn } from './cn';

export type ButtonVariant = 'primary' | 'secondary' | 'ghost' | 'danger';
export type ButtonSize = 'sm' | 'md';

const variants: Record<ButtonVariant, string> = {
  primary: 'border-transparent bg-accent text-accent-ink hover:bg-accent-strong',
  secondary: 'border-line-strong bg-surface text-ink shadow-card hover:bg-hover',
  ghost: 'border-transparent text-ink-muted hover:bg-hover hover:text-ink',
  danger: 'border-red-line bg-red-soft text-red hover:border-red',
};

/** The look that buttons and links share. */
export function buttonClass(options: { variant?: ButtonVariant; size?: ButtonSize; iconOnly?: boolean } = {}): string {
  const { variant = 'secondary', size = 'md', iconOnly = false } = options;
  return cn(
    'inline-flex select-none items-center justify-center gap-1.5 whitespace-nowrap rounded-md border font-medium transition-colors duration-100',
    'disabled:cursor-not-allowed disabled:opacity-55 aria-disabled:cursor-not-allowed aria-disabled:opacity-55',
    size === 'sm' ? 'h-7 text-xs' : 'h-8 text-sm',
    iconOnly ? (size === 'sm' ? 'w-7' : 'w-8') : size === 'sm' ? 'px-2' : 'px-3',
    variants[variant],
  );
}
