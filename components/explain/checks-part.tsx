import { cn } from '@/components/ui/cn';
import { Icon } from '@/components/ui/icon';
import type { IconName } from '@/components/ui/icon-shapes';
import type { Check, CheckVerdict } from '@/lib/gateway/resolve/model';
import { checkSentence, verdictWords } from './check-words';

const looks: Record<CheckVerdict, { icon: IconName; text: string }> = {
  passed: { icon: 'circle-check', text: 'text-green' },
  refused: { icon: 'circle-x', text: 'text-red' },
  unknown: { icon: 'circle-question-mark', text: 'text-ink-subtle' },
  skipped: { icon: 'circle-minus', text: 'text-ink-subtle' },
};

/** What comes between route and back end. */
export function ChecksPart({ checks }: { checks: Check[] }) {
  if (checks.length === 0) return <p className="text-ink-muted text-sm">None: anybody may call it.</p>;
  return (
    <ul className="grid gap-1 text-sm">
      {checks.map((check) => (
        <li key={check.kind} className="flex items-start gap-2">
          <Icon name={looks[check.verdict].icon} className={cn('mt-0.5 size-4 shrink-0', looks[check.verdict].text)} />
          <span className="break-name min-w-0">
            {checkSentence(check)} <span className="text-ink-muted">{verdictWords[check.verdict]}</span>
          </span>
        </li>
      ))}
    </ul>
  );
}
