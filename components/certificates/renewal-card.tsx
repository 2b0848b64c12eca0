import { Badge } from '@/components/ui/badge';
import { Card } from '@/components/ui/card';
import { cn } from '@/components/ui/cn';
import { CopyButton } from '@/components/ui/copy-button';
import { Icon } from '@/components/ui/icon';
import type { IconName } from '@/components/ui/icon-shapes';
import { RelativeTime } from '@/components/ui/relative-time';
import { type Tone, toneClasses } from '@/components/ui/tone';
import type { CertificateView } from '@/lib/certificates/get-certificate';
import type { WatchedRecord } from '@/lib/certificates/watch/model';
import { ConcernList } from './concern-list';
import { renewalWords } from './renewal-words';

const verdicts: Record<WatchedRecord['verdict'], { word: string; tone: Tone; icon: IconName }> = {
  ok: { word: 'Published', tone: 'green', icon: 'circle-check' },
  missing: { word: 'Missing', tone: 'amber', icon: 'triangle-alert' },
  wrong: { word: 'Leads elsewhere', tone: 'amber', icon: 'triangle-alert' },
  unknown: { word: 'Could not check', tone: 'grey', icon: 'circle-question-mark' },
};

/** The daily look at an issued certificate: will ACM renew it in time? */
export function RenewalCard({ certificate, now }: { certificate: CertificateView; now: number }) {
  const { watch } = certificate;
  const renewal = renewalWords(certificate);
  return (
    <Card
      title="Renewal"
      description={
        watch === null ? (
          'Looked at once a day; the first look comes within a minute.'
        ) : (
          <>
            Looked at <RelativeTime at={watch.checkedAt} now={now} />, once a day by itself.
          </>
        )
      }
    >
      <div className="grid gap-3">
        {renewal === null ? null : <p className="text-sm">{renewal.text}</p>}
        {watch === null || watch.concerns.length === 0 ? null : <ConcernList concerns={watch.concerns} />}
        {watch === null || watch.records.length === 0 ? null : (
          <ul aria-label="Validation records on the public DNS" className="grid gap-2 text-sm">
            {watch.records.map((record) => (
              <WatchedLine key={record.name} record={record} />
            ))}
          </ul>
        )}
      </div>
    </Card>
  );
}

function WatchedLine({ record }: { record: WatchedRecord }) {
  const { word, tone, icon } = verdicts[record.verdict];
  return (
    <li className="grid gap-1 rounded-lg border border-line px-3 py-2">
      <div className="flex flex-wrap items-center gap-2">
        <Badge tone={tone}>
          <Icon name={icon} className={cn('size-3', toneClasses[tone].text)} />
          {word}
        </Badge>
        {record.verdict === 'ok' ? null : <span className="break-name min-w-0 text-ink-muted">{record.sentence}</span>}
      </div>
      <div className="flex min-w-0 items-start gap-1">
        <code className="break-all text-xs leading-6">{record.name}</code>
        <CopyButton value={record.name} label="the record's name" />
      </div>
      <div className="flex min-w-0 items-start gap-1">
        <code className="break-all text-xs leading-6">{record.value}</code>
        <CopyButton value={record.value} label="the record's value" />
      </div>
    </li>
  );
}
