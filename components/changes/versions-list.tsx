import { Card } from '@/components/ui/card';
import { RelativeTime } from '@/components/ui/relative-time';
import { ScrollRegion } from '@/components/ui/scroll-region';
import type { Review } from '@/lib/changes/review';

/** Every save of a change set, the newest first. */
export function VersionsList({ versions, now }: { versions: Review['versions']; now: number }) {
  if (versions.length === 0) return null;
  return (
    <Card title="Saves" flush>
      <ScrollRegion label="Saves" className="max-h-64">
        <ol>
          {versions.map(({ version, summary, author, at }) => (
            <li key={version} className="border-line border-b px-4 py-2 text-sm last:border-b-0">
              <p className="break-name">{summary}</p>
              <p className="text-ink-muted text-xs">
                {author}, <RelativeTime at={at} now={now} />
              </p>
            </li>
          ))}
        </ol>
      </ScrollRegion>
    </Card>
  );
}
