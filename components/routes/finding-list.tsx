import { cn } from '@/components/ui/cn';
import { Icon, type IconName } from '@/components/ui/icon';
import { type Tone, toneClasses } from '@/components/ui/tone';
import type { Finding } from '@/lib/gateway/lint/finding';
import { titleOf } from '@/lib/gateway/title-of';
import { withoutTitle } from './without-title';

const looks: Record<Finding['severity'], { tone: Tone; icon: IconName; word: string }> = {
  error: { tone: 'red', icon: 'circle-x', word: 'Error' },
  warning: { tone: 'amber', icon: 'triangle-alert', word: 'Warning' },
  hint: { tone: 'blue', icon: 'info', word: 'Hint' },
};

/** What the checks say, each with what to do about it. */
export function FindingList({
  label,
  findings,
  titled = true,
  className,
}: {
  label: string;
  findings: readonly Finding[];
  /** False where the page says which route it is about. */
  titled?: boolean;
  className?: string;
}) {
  if (findings.length === 0) return null;
  return (
    <ul aria-label={label} className={cn('grid gap-2 text-sm', className)}>
      {findings.map(({ rule, severity, subject, sentence, fix }) => {
        const { tone, icon, word } = looks[severity];
        return (
          <li key={`${rule} ${sentence}`} className="flex items-start gap-2">
            <Icon name={icon} label={word} className={cn('mt-0.5 size-4 shrink-0', toneClasses[tone].text)} />
            <span className="break-name min-w-0">
              {titled ? sentence : withoutTitle(sentence, titleOf(subject))}{' '}
              {fix ? <span className="text-ink-muted">{fix}</span> : null}
            </span>
          </li>
        );
      })}
    </ul>
  );
}
