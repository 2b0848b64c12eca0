import Link from 'next/link';
import { Disclosure } from '@/components/ui/disclosure';
import { Icon } from '@/components/ui/icon';
import { textLinkClass } from '@/components/ui/text-link';
import type { StageEffect } from '@/lib/changes/review';
import { DifferenceList } from './difference-list';

/** For each stage: whether it has the change set, whom it serves, and what else a deployment would make live. */
export function StageEffects({ stages, applied }: { stages: StageEffect[]; applied: boolean }) {
  if (stages.length === 0) return <p className="text-ink-muted text-sm">The gateway has no stage yet.</p>;
  return (
    <ul className="grid gap-3">
      {stages.map((stage) => (
        <li key={stage.name} className="text-sm">
          <p className="flex flex-wrap items-center gap-x-2">
            <Link href={`/deployments?stage=${encodeURIComponent(stage.name)}`} className={textLinkClass}>
              {stage.name}
            </Link>
            <span className="text-ink-muted">
              {stage.tenants === 1 ? '1 tenant' : `${stage.tenants} tenants`}
              {stage.serves === null
                ? ', what it serves is not known yet'
                : stage.serves
                  ? ', serves this already'
                  : applied
                    ? ', does not serve this yet'
                    : stage.alsoShips?.length === 0
                      ? ', nothing else would go live'
                      : ''}
            </span>
          </p>
          {stage.alsoShips && stage.alsoShips.length > 0 ? (
            <Disclosure
              className="mt-1"
              summary={
                <span className="text-amber">
                  <Icon name="triangle-alert" className="mr-1 inline size-3.5 align-text-bottom" />
                  {stage.alsoShips.length === 1 ? '1 other change' : `${stage.alsoShips.length} other changes`} would go
                  live with it
                </span>
              }
            >
              <div className="rounded-lg border border-line">
                <DifferenceList label={`Also goes live on ${stage.name}`} differences={stage.alsoShips} limit={10} />
              </div>
            </Disclosure>
          ) : null}
        </li>
      ))}
    </ul>
  );
}
