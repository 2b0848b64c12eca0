import { cn } from '@/components/ui/cn';
import { Icon, type IconName } from '@/components/ui/icon';
import { type Tone, toneClasses } from '@/components/ui/tone';
import type { Finding } from '@/lib/tenants/model';

const looks: Record<Finding['level'], { tone: Tone; icon: IconName; word: string }> = {
  error: { tone: 'red', icon: 'circle-x', word: 'Stops it' },
  warning: { tone: 'amber', icon: 'triangle-alert', word: 'Look twice' },
  info: { tone: 'grey', icon: 'info', word: 'Good to know' },
};

/** What speaks for and against a hostname, one sentence each. */
export function Findings({ findings }: { findings: Finding[] }) {
  if (findings.length === 0) return null;
  return (
    <ul className="grid gap-1.5 text-sm">
      {findings.map((finding) => {
        const { tone, icon, word } = looks[finding.level];
        return (
          <li key={finding.sentence} className="flex items-start gap-2">
            <Icon name={icon} label={word} className={cn('mt-1 size-3.5', toneClasses[tone].text)} />
            <span className="break-name min-w-0">{finding.sentence}</span>
          </li>
        );
      })}
    </ul>
  );
}
