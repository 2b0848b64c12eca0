import type { ReactNode } from 'react';
import { failingWords } from '@/components/domains/failing-words';
import { HeadlineBadge } from '@/components/domains/headline-badge';
import { plainSentence } from '@/components/domains/plain-sentence';
import { Card } from '@/components/ui/card';
import { Icon } from '@/components/ui/icon';
import type { DomainView } from '@/lib/tenants/model';
import { DomainFacts } from './domain-facts';

/** Name and headline of a domain: what is, since when, whose turn it is, and when somebody looks next. */
export function DomainHeader({ domain, now, checkNow }: { domain: DomainView; now: number; checkNow: ReactNode }) {
  const { status } = domain;
  const failing = status?.watch?.failing ?? null;
  return (
    <Card>
      <div className="grid gap-3">
        <div className="flex flex-wrap items-start gap-x-3 gap-y-2">
          <div className="min-w-0 flex-1 basis-64">
            <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
              <h2 className="break-name font-mono font-semibold text-base">{domain.hostname}</h2>
              <HeadlineBadge headline={domain.headline} />
            </div>
            <p className="text-ink-subtle text-xs">
              {domain.unicode === null ? '' : `${domain.unicode} · `}
              {domain.kind === 'managed' ? `in our zone ${domain.zoneName ?? ''}` : "customer's own domain"}
            </p>
          </div>
          {domain.headline.startsWith('Live') ? (
            <a
              href={`https://${domain.hostname}/`}
              target="_blank"
              rel="noreferrer"
              className="inline-flex h-7 items-center gap-1 rounded-md px-1 text-ink-muted text-xs hover:text-ink hover:underline"
            >
              Open
              <Icon name="external-link" className="size-3.5" />
              <span className="sr-only">{domain.hostname} in a new tab</span>
            </a>
          ) : null}
          {checkNow}
        </div>
        <p className="break-name min-h-[1.375rem] text-base">
          {status === null ? 'Not looked at yet.' : plainSentence(status)}
          {failing === null ? null : <span className="text-ink-muted"> {failingWords(failing, now)}</span>}
        </p>
        <DomainFacts domain={domain} now={now} />
      </div>
    </Card>
  );
}
