import { cn } from '@/components/ui/cn';
import { Icon } from '@/components/ui/icon';
import { type FormStep, stepTitles } from './steps';

/**
 * Where one is in the form. Steps before the current one are links back; later ones wait their turn. On phones only the
 * current one shows its name.
 */
export function Stepper({
  steps,
  current,
  onBack,
}: {
  steps: readonly FormStep[];
  current: FormStep;
  onBack: (step: FormStep) => void;
}) {
  const at = steps.indexOf(current);
  return (
    <nav aria-label="Steps" className="-ml-2 mb-5">
      <ol className="flex flex-wrap gap-x-1 gap-y-2">
        {steps.map((step, index) => (
          <li key={step} className="flex items-center gap-1" aria-current={index === at ? 'step' : undefined}>
            {index > 0 ? <span aria-hidden="true" className="h-px w-4 bg-line-strong max-sm:hidden" /> : null}
            {index < at ? (
              <button
                type="button"
                onClick={() => onBack(step)}
                className="inline-flex h-8 items-center gap-2 rounded-md px-2 font-medium text-ink-muted text-sm hover:bg-hover hover:text-ink"
              >
                <Marker done index={index} />
                <span className="max-sm:sr-only">{stepTitles[step]}</span>
                <span className="sr-only">, done, go back to it</span>
              </button>
            ) : (
              <span
                className={cn(
                  'inline-flex h-8 items-center gap-2 px-2 text-sm',
                  index === at ? 'font-semibold' : 'text-ink-subtle',
                )}
              >
                <Marker active={index === at} index={index} />
                <span className={index === at ? undefined : 'max-sm:sr-only'}>{stepTitles[step]}</span>
              </span>
            )}
          </li>
        ))}
      </ol>
    </nav>
  );
}

function Marker({ index, active = false, done = false }: { index: number; active?: boolean; done?: boolean }) {
  return (
    <span
      aria-hidden="true"
      className={cn(
        'flex size-5 shrink-0 items-center justify-center rounded-full border font-medium text-2xs tabular-nums',
        active
          ? 'border-accent bg-accent text-accent-ink'
          : done
            ? 'border-accent-line bg-accent-soft text-accent'
            : 'border-line-strong',
      )}
    >
      {done ? <Icon name="check" className="size-3" /> : index + 1}
    </span>
  );
}
