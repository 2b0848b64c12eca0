import { Badge } from '@/components/ui/badge';
import { Card } from '@/components/ui/card';
import { Disclosure } from '@/components/ui/disclosure';
import { formatAbsoluteTime } from '@/components/ui/format-relative-time';
import { RelativeTime } from '@/components/ui/relative-time';
import type { Tone } from '@/components/ui/tone';
import type { RemovalItem, RemovalReport } from '@/lib/offboarding/model';
import { itemWord, removalTitle } from '@/lib/offboarding/removal-words';

const tones: Record<RemovalItem['state'], Tone> = {
  'under-way': 'blue',
  removed: 'blue',
  gone: 'green',
  stays: 'grey',
  asked: 'amber',
  failed: 'red',
  continued: 'violet',
};

/** The report's items by hostname: what became of each thing, when, and by which calls of AWS. */
export function ReportParts({ report, now }: { report: RemovalReport; now: number }) {
  return report.parts.map(({ hostname, items }) => (
    <Card
      key={hostname ?? ''}
      flush
      title={hostname === null ? `Tenant ${report.tenantSlug}` : <span className="break-name">{hostname}</span>}
    >
      <ol>
        {items.map((item) => (
          <Item key={`${item.step} ${item.what}`} item={item} now={now} />
        ))}
      </ol>
    </Card>
  ));
}

function Item({ item, now }: { item: RemovalItem; now: number }) {
  const { step, what, state, sentence, at, removedAt, verifiedAt, requestIds } = item;
  return (
    <li className="grid gap-0.5 border-line border-b px-4 py-2.5 text-sm last:border-b-0">
      <p className="flex flex-wrap items-center gap-x-2 gap-y-0.5">
        <span className="font-medium">{removalTitle(step)}</span>
        <Badge tone={tones[state]}>{itemWord(item)}</Badge>
        <span className="ml-auto text-ink-subtle text-xs">
          <RelativeTime at={at} now={now} />
        </span>
      </p>
      {what === '' ? null : <code className="break-name text-xs">{what}</code>}
      <p className="break-name text-ink-muted text-xs">{sentence}</p>
      {requestIds.length === 0 && verifiedAt === null ? null : (
        <Disclosure summary="Proof" className="text-xs">
          <ul className="break-name grid gap-0.5 text-ink-muted text-xs">
            {removedAt === null ? null : <li>Removed at {formatAbsoluteTime(new Date(removedAt))}</li>}
            {verifiedAt === null ? null : (
              <li>Verified by a fresh read at {formatAbsoluteTime(new Date(verifiedAt))}</li>
            )}
            {requestIds.length === 0 ? null : <li>AWS request ids: {requestIds.join(', ')}</li>}
          </ul>
        </Disclosure>
      )}
    </li>
  );
}
