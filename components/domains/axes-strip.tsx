import { StatusBadge } from '@/components/ui/badge';
import { cn } from '@/components/ui/cn';
import { RelativeTime } from '@/components/ui/relative-time';
import { type AxisState, axisNames, type DomainStatus } from '@/lib/domains/model';
import { axisTitles } from './domain-words';
import { axisStateLooks } from './headline-look';
import { repeatsRecord } from './plain-sentence';

/** States that need no words where there is little room. */
const calm: readonly AxisState[] = ['ok', 'not-started', 'not-needed'];

/** The five axes side by side: what each is, since when, and what to do where somebody has to act. */
export function AxesStrip({ status, now }: { status: DomainStatus; now: number }) {
  return (
    <ul className="grid gap-px bg-line sm:grid-cols-2 xl:grid-cols-5">
      {axisNames.map((name) => {
        const axis = status.axes[name];
        const look = axisStateLooks[axis.state];
        const quiet = calm.includes(axis.state);
        return (
          <li key={name} className="bg-surface px-4 py-2 sm:py-3 sm:last:col-span-2 xl:last:col-span-1">
            <div className="flex items-center justify-between gap-2 xl:flex-col xl:items-start xl:gap-0.5">
              <h3 className="font-medium text-ink-muted text-xs">{axisTitles[name]}</h3>
              <StatusBadge tone={look.tone} icon={look.icon} variant="plain" className="text-sm">
                {look.word}
              </StatusBadge>
            </div>
            <p className={cn('break-name text-ink-muted text-xs sm:mt-1', quiet && 'max-sm:sr-only')}>
              {wordsOf(axis.sentence, status)}
            </p>
            <p className={cn('mt-1 text-ink-subtle text-xs', quiet && 'max-sm:sr-only')}>
              since <RelativeTime at={axis.since} now={now} />
            </p>
          </li>
        );
      })}
    </ul>
  );
}

/** An axis' sentence, unless the page says the same a few lines further up or down. */
function wordsOf(sentence: string, { records, sentence: said, trouble }: DomainStatus): string {
  if (repeatsRecord(sentence, records)) return 'The record is not visible yet.';
  return trouble !== null && sentence === said ? 'As said above.' : sentence;
}
