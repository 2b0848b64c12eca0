import { cn } from '@/components/ui/cn';

/** The sign of the product: a gate with one way through. */
export function Mark({ className }: { className?: string }) {
  return (
    <svg viewBox="0 0 32 32" aria-hidden="true" className={cn('shrink-0', className ?? 'size-6')}>
      <rect width="32" height="32" rx="7" className="fill-accent" />
      <path
        d="M8 25V13a8 8 0 0 1 16 0v12M16 25V14M12 25v-8M20 25v-8"
        fill="none"
        strokeWidth="2.4"
        strokeLinecap="round"
        className="stroke-accent-ink"
      />
    </svg>
  );
}
