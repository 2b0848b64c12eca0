import { cn } from '@/components/ui/cn';
import { Icon, type IconName } from '@/components/ui/icon';
import { type Tone, toneClasses } from '@/components/ui/tone';
import type { Finding } from '@/lib/gateway/lint/finding';
import { titleOf } from '@/lib/gateway/title-of';

const looks: Record<Finding['severity'], { tone: Tone; icon: IconName; word: string }> = {
  error: { tone: 'red', icon: 'circle-x', word: 'Error' },
  warning: { tone: 'amber', icon: 'triangle-alert', word: 'Look twice' },
  hint: { tone: 'grey', icon: 'info', word: 'Good to know' },
};

/** What lint has to say about the part of the route that stands below. */
export function FindingList({ findings }: { findings: readonly Finding[] }) {
  if (findings.length === 0) return null;
  return (
    <ul
      aria-label="Findings"
      className="mb-4 grid gap-1.5 rounded-lg border border-line bg-surface px-3 py-2.5 text-sm"
    >
      {findings.map(({ rule, severity, subject, sentence, fix }) => {
        const { tone, icon, word } = looks[severity];
        return (
          <li key={`${rule} ${sentence}`} className="flex items-start gap-2">
            <Icon name={icon} label={word} className={cn('mt-0.5 size-4', toneClasses[tone].text)} />
            <span className="break-name min-w-0">
              {withoutTitle(sentence, titleOf(subject))} {fix ? <span className="text-ink-muted">{fix}</span> : null}
            </span>
          </li>
        );
      })}
    </ul>
  );
}

/** The page says which route it is. */
function withoutTitle(sentence: string, title: string): string {
  if (!sentence.startsWith(`${title}: `)) return sentence;
  const rest = sentence.slice(title.length + 2);
  return rest.charAt(0).toUpperCase() + rest.slice(1);
}
