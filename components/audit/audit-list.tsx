import { DisclosureList, DisclosureRow } from '@/components/tables/disclosure-list';
import { StatusBadge } from '@/components/ui/badge';
import { formatAbsoluteTime } from '@/components/ui/format-relative-time';
import { RelativeTime } from '@/components/ui/relative-time';
import type { AuditEntry } from '@/lib/audit/model';
import { wordsOfAction } from './action-words';
import { AuditRowDetails } from './audit-row-details';
import { resultLooks } from './result-look';

const columns =
  'max-md:grid-cols-[minmax(0,1fr)_auto] md:grid-cols-[9.5rem_minmax(0,3fr)_minmax(0,4fr)_minmax(0,4fr)_6.5rem] max-xl:[&>:nth-child(6)]:hidden xl:grid-cols-[10.5rem_minmax(0,3fr)_minmax(0,4fr)_minmax(0,4fr)_9rem_7.5rem]';

/** Who did what to which resource, newest first. */
export function AuditList({ entries, now, openId }: { entries: AuditEntry[]; now: number; openId?: number | null }) {
  return (
    <DisclosureList
      label="Audit log"
      heads={['When', 'Who', 'Did what', 'To which resource', 'Result', 'From where']}
      columns={columns}
    >
      {entries.map((entry) => {
        const { word, tone, icon } = resultLooks[entry.result];
        return (
          <DisclosureRow
            key={entry.id}
            id={`event-${entry.id}`}
            columns={columns}
            open={entry.id === openId}
            summary={
              <>
                <div className="flex flex-wrap items-baseline gap-x-2 text-xs md:block">
                  <RelativeTime at={entry.at} now={now} className="block whitespace-nowrap text-sm" />
                  <span className="text-ink-muted tabular-nums">
                    {formatAbsoluteTime(new Date(entry.at)).slice(0, 19)}
                  </span>
                </div>
                {/* On phones one sentence, on wider screens two columns. */}
                <div className="min-w-0 text-sm max-md:order-2 max-md:col-span-2 md:contents">
                  <p className="inline min-w-0 md:block md:truncate" title={entry.actorName}>
                    {entry.actorName}
                    {entry.actorKind === 'system' ? <span className="text-ink-muted text-xs"> · system</span> : null}
                  </p>{' '}
                  <p className="inline min-w-0 text-ink-muted">{wordsOfAction(entry.action)}</p>
                </div>
                <div className="min-w-0 text-sm max-md:order-4 max-md:col-span-2">
                  <p className="break-name font-medium">{shortResource(entry.resourceId)}</p>
                  {entry.tenantSlug && entry.tenantSlug !== entry.resourceId ? (
                    <p className="text-ink-muted text-xs">tenant {entry.tenantSlug}</p>
                  ) : null}
                </div>
                <div className="max-md:order-1">
                  <StatusBadge tone={tone} icon={icon} variant="plain">
                    {word}
                  </StatusBadge>
                </div>
                <p className="min-w-0 truncate font-mono text-ink-muted text-xs leading-5.5 max-xl:hidden">
                  {entry.ip ?? '–'}
                </p>
              </>
            }
          >
            <AuditRowDetails entry={entry} open={entry.id === openId} />
          </DisclosureRow>
        );
      })}
    </DisclosureList>
  );
}

/** ARNs by their last part; the details have them in full. */
function shortResource(id: string): string {
  return id.startsWith('arn:') ? (id.split(':').at(-1) ?? id) : id;
}
