import { Icon } from '@/components/ui/icon';
import type { IconName } from '@/components/ui/icon-shapes';
import type { Finding } from '@/lib/gateway/lint/lint';

const looks: Record<Finding['severity'], { icon: IconName; className: string; word: string }> = {
  error: { icon: 'circle-alert', className: 'text-red', word: 'Error' },
  warning: { icon: 'triangle-alert', className: 'text-amber', word: 'Warning' },
  hint: { icon: 'info', className: 'text-blue', word: 'Hint' },
};

/** What the checks say about a gateway, each with what to do. */
export function FindingsList({ label, findings }: { label: string; findings: readonly Finding[] }) {
  return (
    <ul aria-label={label} className="grid gap-2.5">
      {findings.map((finding) => {
        const { icon, className, word } = looks[finding.severity];
        return (
          <li key={`${finding.rule} ${finding.sentence}`} className="flex items-start gap-2 text-sm">
            <Icon name={icon} className={`mt-[3px] size-4 shrink-0 ${className}`} />
            <div className="min-w-0">
              <p className="break-name">
                <span className="sr-only">{word}: </span>
                {finding.sentence}
              </p>
              {finding.fix ? <p className="break-name text-ink-muted text-xs">{finding.fix}</p> : null}
            </div>
          </li>
        );
      })}
    </ul>
  );
}
