import { cn } from '@/components/ui/cn';
import { Icon } from '@/components/ui/icon';
import { RelativeTime } from '@/components/ui/relative-time';
import { toneClasses } from '@/components/ui/tone';
import type { DomainStatus } from '@/lib/domains/model';
import { stepTitles } from './domain-words';
import { actorWords, stepStateLooks } from './headline-look';
import { repeatsRecord } from './plain-sentence';

/** The steps in their order, each with its state, since when it holds, and its deadline. */
export function StepTimeline({ status, now }: { status: DomainStatus; now: number }) {
  const { steps, records, trouble } = status;
  /** The page says it elsewhere. */
  const isSaid = (sentence: string) =>
    repeatsRecord(sentence, records) || (trouble !== null && sentence === status.sentence);
  return (
    <ol className="relative">
      {steps.map((step, index) => {
        const look = stepStateLooks[step.state];
        const quiet = step.state === 'pending' || step.state === 'skipped';
        const turn = step.state === 'waiting' || step.state === 'working' || step.state === 'failed';
        return (
          <li key={step.name} className="relative flex gap-3 pb-4 last:pb-0">
            {index < steps.length - 1 ? (
              <span aria-hidden="true" className="absolute top-6 bottom-0 left-[9.5px] w-px bg-line-strong" />
            ) : null}
            <Icon
              name={look.icon}
              className={cn(
                'relative mt-px size-5 shrink-0 bg-surface',
                toneClasses[look.tone].text,
                step.state === 'working' && 'motion-safe:animate-spin',
              )}
            />
            <div className="min-w-0 flex-1">
              <p className="flex flex-wrap items-baseline gap-x-2">
                <span className={cn('font-medium text-sm', quiet && 'text-ink-muted')}>{stepTitles[step.name]}</span>
                <span className={cn('text-xs', toneClasses[look.tone].text)}>{look.word}</span>
                {step.since === null || quiet ? null : (
                  <span className="ml-auto text-ink-subtle text-xs">
                    <RelativeTime at={step.since} now={now} />
                  </span>
                )}
              </p>
              {step.sentence === '' || isSaid(step.sentence) ? null : (
                <p className="break-name text-ink-muted text-xs">{step.sentence}</p>
              )}
              {turn ? (
                <p className="text-ink-subtle text-xs">
                  {step.actor === 'us' && step.state !== 'failed' ? "Gatehouse's turn" : actorWords[step.actor]}
                  {step.deadline === null ? null : (
                    <>
                      {' · ends '}
                      <RelativeTime at={step.deadline} now={now} />
                    </>
                  )}
                </p>
              ) : null}
            </div>
          </li>
        );
      })}
    </ol>
  );
}
