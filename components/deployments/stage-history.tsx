import Link from 'next/link';
import type { ReactNode } from 'react';
import { DifferenceList } from '@/components/changes/difference-list';
import { DisclosureList, DisclosureRow } from '@/components/tables/disclosure-list';
import { Badge } from '@/components/ui/badge';
import { formatAbsoluteTime } from '@/components/ui/format-relative-time';
import { RelativeTime } from '@/components/ui/relative-time';
import { textLinkClass } from '@/components/ui/text-link';
import type { Deployment, StageEvent } from '@/lib/deployments/model';
import type { Difference } from '@/lib/gateway/edits';

const columns =
  'max-md:grid-cols-[minmax(0,1fr)_auto] md:grid-cols-[9rem_minmax(0,3fr)_minmax(0,2fr)_8rem] lg:grid-cols-[9rem_minmax(0,4fr)_minmax(0,2fr)_9rem]';

const reasons: Record<StageEvent['reason'], string> = {
  deployed: 'Deployed',
  'rolled-back': 'Rolled back',
  promoted: 'Promoted',
  created: 'Created',
  outside: 'Changed outside of Gatehouse',
};

export interface HistoryEntry {
  event: StageEvent;
  /** Null when AWS has it no more and nobody saw it. */
  deployment: Deployment | null;
  /** To what the stage served before; null when one of the two is unknown. */
  differences: Difference[] | null;
  current: boolean;
}

/** What a stage served when, newest first, each with its difference to the one before. */
export function StageHistory({
  stage,
  entries,
  now,
  actions,
}: {
  stage: string;
  entries: HistoryEntry[];
  now: number;
  actions: (entry: HistoryEntry) => ReactNode;
}) {
  return (
    <DisclosureList label={`History of ${stage}`} heads={['When', 'What', 'By whom', 'Differences']} columns={columns}>
      {entries.map((entry) => {
        const { event, deployment, differences, current } = entry;
        return (
          <DisclosureRow
            key={event.id}
            id={`event-${event.id}`}
            columns={columns}
            summary={
              <>
                <div className="text-xs">
                  <RelativeTime at={event.at} now={now} className="block whitespace-nowrap text-sm" />
                  <span className="text-ink-muted tabular-nums">
                    {formatAbsoluteTime(new Date(event.at)).slice(0, 16)}
                  </span>
                </div>
                <div className="min-w-0 text-sm max-md:order-3 max-md:col-span-2">
                  <p className="break-name font-medium">
                    {deployment?.description ?? <span className="text-ink-muted">No description</span>}
                  </p>
                  <p className="text-ink-muted text-xs">
                    {reasons[event.reason]} · deployment <code>{event.deploymentId}</code>
                  </p>
                </div>
                <p className="min-w-0 truncate text-ink-muted text-sm max-md:order-4 max-md:col-span-2">
                  {event.actor ?? (event.reason === 'outside' ? 'not known' : 'the system')}
                </p>
                <div className="flex flex-wrap items-center gap-1.5 max-md:order-2 max-md:justify-end">
                  {current ? <Badge tone="green">serves now</Badge> : null}
                  <span className="text-ink-muted text-xs tabular-nums">{countOf(differences)}</span>
                </div>
              </>
            }
          >
            <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
              <Link
                href={`/deployments/compare?left=deployment:${event.deploymentId}&right=working`}
                className={`${textLinkClass} text-sm`}
              >
                Compare with the working copy
              </Link>
              {deployment?.changeSetNumber ? (
                <Link href={`/changes/${deployment.changeSetNumber}`} className={`${textLinkClass} text-sm`}>
                  Change set #{deployment.changeSetNumber}
                </Link>
              ) : null}
              <span className="flex flex-1 flex-wrap justify-end gap-2">{actions(entry)}</span>
            </div>
            {differences && differences.length > 0 ? (
              <div className="mt-3 rounded-lg border border-line bg-surface">
                <DifferenceList label="Differences to the one before" differences={differences} limit={30} />
              </div>
            ) : null}
          </DisclosureRow>
        );
      })}
    </DisclosureList>
  );
}

function countOf(differences: Difference[] | null): string {
  if (differences === null) return 'not known';
  if (differences.length === 0) return 'none';
  return differences.length === 1 ? '1 difference' : `${differences.length} differences`;
}
