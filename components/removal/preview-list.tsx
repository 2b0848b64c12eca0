import { Badge } from '@/components/ui/badge';
import { Button } from '@/components/ui/button';
import { RelativeTime } from '@/components/ui/relative-time';
import type { Tone } from '@/components/ui/tone';
import type { PlannedRemoval, RemovalPreview } from '@/lib/offboarding/model';
import { askText, previewText } from '@/lib/offboarding/removal-text';
import { fateWords, removalTitle } from '@/lib/offboarding/removal-words';
import { AskTenant } from './ask-tenant';
import { SaveText } from './save-text';

const fateTones: Record<PlannedRemoval['fate'], Tone> = {
  goes: 'red',
  stays: 'grey',
  asked: 'amber',
  unknown: 'violet',
};

/** What a removal comes to, in its order, as it was read a moment ago. */
export function PreviewList({
  preview,
  onAgain,
  reading,
}: {
  preview: RemovalPreview;
  onAgain: () => void;
  /** It is being read once more; the last one stays until then. */
  reading: boolean;
}) {
  const { tenant, domains, at, hostname, tenantSlug } = preview;
  return (
    <div className="grid gap-4 text-sm">
      <div className="flex flex-wrap items-center gap-2">
        <p className="min-w-0 flex-1 basis-48 text-ink-muted text-xs">
          Read from AWS <RelativeTime at={at} now={Date.parse(at)} />. Nothing has been removed yet.
        </p>
        <Button size="sm" icon="refresh-cw" pending={reading} onClick={onAgain}>
          Read again
        </Button>
        <SaveText
          text={previewText(preview)}
          fileName={`removal-list-${hostname ?? tenantSlug}.txt`}
          label="Download the list"
        />
      </div>
      {tenant.length > 0 ? <Part title={`Tenant ${tenantSlug}`} items={tenant} /> : null}
      {domains.map((domain) => (
        <div key={domain.hostname} className="grid gap-3">
          <Part title={domain.hostname} items={domain.items} />
          {domain.askRecords.length > 0 ? (
            <AskTenant records={domain.askRecords} text={askText(domain.hostname, domain.askRecords)} />
          ) : null}
        </div>
      ))}
      {domains.length === 0 ? <p>It has no domain, so it is gone at once.</p> : null}
      <p className="text-ink-muted text-xs">The story in the audit log stays, and so does the report of the removal.</p>
    </div>
  );
}

function Part({ title, items }: { title: string; items: PlannedRemoval[] }) {
  return (
    <section aria-label={title}>
      <h3 className="break-name font-medium">{title}</h3>
      {items.length === 0 ? <p className="text-ink-muted">Nothing of it is on AWS.</p> : null}
      <ol className="mt-1 grid gap-1.5">
        {items.map(({ step, fate, what, sentence }, index) => (
          <li key={`${step} ${what} ${sentence}`} className="flex gap-2">
            <span className="w-5 shrink-0 text-right text-ink-subtle text-xs tabular-nums">{index + 1}.</span>
            <span className="min-w-0 flex-1">
              <span className="flex flex-wrap items-center gap-x-2">
                <span className="font-medium">{removalTitle(step)}</span>
                <Badge tone={fateTones[fate]}>{fateWords[fate]}</Badge>
              </span>
              {what === '' ? null : <code className="break-name block text-xs">{what}</code>}
              <span className="break-name block text-ink-muted text-xs">{sentence}</span>
            </span>
          </li>
        ))}
      </ol>
    </section>
  );
}
