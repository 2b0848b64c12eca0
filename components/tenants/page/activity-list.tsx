import Link from 'next/link';
import { wordsOfAction } from '@/components/audit/action-words';
import { resultLooks } from '@/components/audit/result-look';
import { Badge } from '@/components/ui/badge';
import { RelativeTime } from '@/components/ui/relative-time';
import type { AuditEntry } from '@/lib/audit/model';

/** What was done for and to a tenant lately, newest first. */
export function ActivityList({ entries, slug, now }: { entries: AuditEntry[]; slug: string; now: number }) {
  if (entries.length === 0) return <p className="p-4 text-ink-muted text-sm">Nothing has happened yet.</p>;
  return (
    <>
      <ul className="divide-y divide-line text-sm">
        {entries.map((entry) => {
          const result = resultLooks[entry.result];
          return (
            <li key={entry.id} className="grid grid-cols-[minmax(0,1fr)_auto] items-baseline gap-x-4 px-4 py-2">
              <p className="break-name min-w-0">
                <span className="text-ink-muted">{entry.actorName}</span> {wordsOfAction(entry.action)}{' '}
                <span className="font-medium">{entry.resourceId}</span>
                {headlineOf(entry)} {entry.result === 'ok' ? null : <Badge tone={result.tone}>{result.word}</Badge>}
                {entry.message === null ? null : <span className="block text-ink-muted text-xs">{entry.message}</span>}
              </p>
              <p className="text-right text-ink-subtle text-xs">
                <RelativeTime at={entry.at} now={now} />
              </p>
            </li>
          );
        })}
      </ul>
      <p className="border-line border-t px-4 py-2 text-xs">
        <Link href={`/audit?tenant=${slug}`} prefetch={false} className="text-ink-muted hover:text-ink hover:underline">
          All of it in the audit log
        </Link>
      </p>
    </>
  );
}

/** What a new status was. */
function headlineOf({ action, after }: AuditEntry): string | null {
  if (action !== 'domain.headline-changed' || typeof after !== 'object' || after === null) return null;
  return 'headline' in after ? `: ${String(after.headline)}` : null;
}
