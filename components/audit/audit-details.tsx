import Link from 'next/link';
import { CopyButton } from '@/components/ui/copy-button';
import { DescriptionList } from '@/components/ui/description-list';
import { formatAbsoluteTime } from '@/components/ui/format-relative-time';
import { Notice } from '@/components/ui/notice';
import { textLinkClass } from '@/components/ui/text-link';
import type { AuditEntry } from '@/lib/audit/model';
import { AwsCallsTable } from './aws-calls-table';
import { ChangesTable } from './changes-table';
import { describeChanges } from './describe-changes';

/** Everything the log holds of one entry. */
export function AuditDetails({ entry }: { entry: AuditEntry }) {
  const changes = describeChanges(entry.before, entry.after);
  const time = (at: string | null) => (at ? formatAbsoluteTime(new Date(at)) : null);
  return (
    <div className="grid gap-4">
      {entry.result === 'unknown' ? (
        <Notice tone="grey" icon="circle-question-mark" title="The outcome was never noted">
          The process ended between doing it and writing down how it went. AWS knows whether it was done; the reconciler
          goes on from what it finds there.
        </Notice>
      ) : null}
      {entry.message ? (
        <Notice tone={entry.result === 'failed' ? 'red' : entry.result === 'refused' ? 'amber' : 'grey'}>
          {entry.message}
        </Notice>
      ) : null}
      <DescriptionList
        items={[
          { name: 'Event', value: `${entry.id} · ${entry.action}` },
          {
            name: 'Resource',
            value: (
              <span className="inline-flex items-start gap-1">
                <span className="break-all">
                  {entry.resourceType} {entry.resourceId}
                </span>
                <CopyButton value={entry.resourceId} label="the resource" />
              </span>
            ),
          },
          {
            name: 'Tenant',
            value: entry.tenantSlug ? (
              <Link href={`/tenants/${entry.tenantSlug}`} className={textLinkClass}>
                {entry.tenantSlug}
              </Link>
            ) : null,
          },
          { name: 'From where', value: entry.ip ?? (entry.actorKind === 'system' ? 'the console itself' : null) },
          { name: 'Begun', value: time(entry.at) },
          { name: 'Finished', value: time(entry.finishedAt) },
          {
            name: 'Same click',
            value:
              entry.correlationId === null ? null : entry.related > 1 ? (
                <Link href={`/audit?correlation=${encodeURIComponent(entry.correlationId)}`} className={textLinkClass}>
                  Everything from this click ({entry.related})
                </Link>
              ) : (
                <span className="text-ink-muted">Nothing else came of it.</span>
              ),
          },
        ]}
      />
      {changes.length > 0 ? <ChangesTable changes={changes} label={`What changed in event ${entry.id}`} /> : null}
      {entry.awsCalls.length > 0 ? (
        <AwsCallsTable calls={entry.awsCalls} label={`AWS calls of event ${entry.id}`} />
      ) : null}
    </div>
  );
}
