import Link from 'next/link';
import { Badge } from '@/components/ui/badge';
import { RelativeTime } from '@/components/ui/relative-time';
import type { Tone } from '@/components/ui/tone';
import type { AuditEntry, AuditResult } from '@/lib/audit/model';

const results: Record<AuditResult, { tone: Tone; word: string } | null> = {
  ok: null,
  running: { tone: 'blue', word: 'running' },
  failed: { tone: 'red', word: 'failed' },
  refused: { tone: 'amber', word: 'refused' },
  unknown: { tone: 'grey', word: 'outcome unknown' },
};

/** What was done for and to a tenant lately, newest first. */
export function ActivityList({ entries, slug, now }: { entries: AuditEntry[]; slug: string; now: number }) {
  if (entries.length === 0) return <p className="p-4 text-ink-muted text-sm">Nothing has happened yet.</p>;
  return (
    <>
      <ul className="divide-y divide-line text-sm">
        {entries.map((entry) => {
          const result = results[entry.result];
          return (
            <li key={entry.id} className="grid grid-cols-[minmax(0,1fr)_auto] items-baseline gap-x-4 px-4 py-2">
              <p className="break-name min-w-0">
                {wordsOf(entry.action)} <span className="text-ink-muted">{entry.resourceId}</span>{' '}
                {result === null ? null : <Badge tone={result.tone}>{result.word}</Badge>}
                {entry.message === null ? null : <span className="block text-ink-muted text-xs">{entry.message}</span>}
              </p>
              <p className="text-right text-ink-subtle text-xs">
                {entry.actorName} · <RelativeTime at={entry.at} now={now} />
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

/** `domain.alias-published` reads "Alias published". */
function wordsOf(action: string): string {
  const words = action.slice(action.indexOf('.') + 1).replaceAll('-', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}
