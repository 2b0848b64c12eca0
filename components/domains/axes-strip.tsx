import { StatusBadge } from '@/components/ui/badge';
import { RelativeTime } from '@/components/ui/relative-time';
import { axisNames, type DomainStatus } from '@/lib/domains/model';
import { axisTitles } from './domain-words';
import { axisStateLooks } from './headline-look';

/** The five axes side by side: what each is, since when, and what to do where somebody has to act. */
export function AxesStrip({ axes, now }: { axes: DomainStatus['axes']; now: number }) {
  return (
    <ul className="grid gap-px bg-line sm:grid-cols-2 xl:grid-cols-5">
      {axisNames.map((name) => {
        const axis = axes[name];
        const look = axisStateLooks[axis.state];
        return (
          <li key={name} className="bg-surface px-4 py-3 sm:last:col-span-2 xl:last:col-span-1">
            <div className="flex items-center justify-between gap-2 xl:flex-col xl:items-start xl:gap-0.5">
              <h3 className="font-medium text-ink-muted text-xs">{axisTitles[name]}</h3>
              <StatusBadge tone={look.tone} icon={look.icon} variant="plain" className="text-sm">
                {look.word}
              </StatusBadge>
            </div>
            <p className="break-name mt-1 text-ink-muted text-xs">{axis.sentence}</p>
            <p className="mt-1 text-ink-subtle text-xs">
              since <RelativeTime at={axis.since} now={now} />
            </p>
          </li>
        );
      })}
    </ul>
  );
}
