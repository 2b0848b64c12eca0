import type { ReactNode } from 'react';
import { AxesStrip } from '@/components/domains/axes-strip';
import { HeadlineBadge } from '@/components/domains/headline-badge';
import { RecordsTable } from '@/components/domains/records-table';
import { recordsText } from '@/components/domains/records-text';
import { StepTimeline } from '@/components/domains/step-timeline';
import { TroubleNotice } from '@/components/domains/trouble-notice';
import { Card } from '@/components/ui/card';
import { Icon } from '@/components/ui/icon';
import type { DomainView } from '@/lib/tenants/model';
import { CertificateSummary } from './certificate-summary';
import { CopyAll } from './copy-all';
import { DomainFacts } from './domain-facts';
import { MappingsList } from './mappings-list';

interface Props {
  domain: DomainView;
  now: number;
  /** Null for those who may not. */
  checkNow: ReactNode;
  tryIt: ReactNode;
  /** The customer's DNS provider, on the sandbox. */
  provider: ReactNode;
}

/** One domain of a tenant: where it stands, what there is to do, and how to try it. */
export function DomainSection({ domain, now, checkNow, tryIt, provider }: Props) {
  const { status } = domain;
  const records = status?.records ?? [];
  const byTenant = records.filter((record) => record.actor === 'tenant');
  return (
    <section aria-label={domain.hostname} className="grid min-w-0 gap-4">
      <Card flush>
        <div className="grid gap-3 border-line border-b p-4">
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
            {checkNow}
          </div>
          <p className="break-name min-h-[1.375rem] text-sm">{status?.sentence ?? 'Not looked at yet.'}</p>
          <DomainFacts domain={domain} now={now} />
        </div>
        {status === null ? null : <AxesStrip axes={status.axes} now={now} />}
      </Card>
      {status?.trouble ? <TroubleNotice trouble={status.trouble} now={now} /> : null}
      {records.length > 0 ? (
        <Card
          flush
          level={3}
          title="DNS records"
          description={
            byTenant.length > 0
              ? 'The tenant adds these at its DNS provider and keeps them for good.'
              : 'Gatehouse keeps these in our zone.'
          }
          actions={byTenant.length > 0 ? <CopyAll text={recordsText(domain.hostname, byTenant)} /> : null}
        >
          <RecordsTable hostname={domain.hostname} records={records} />
        </Card>
      ) : null}
      {provider}
      <div className="grid min-w-0 items-start gap-4 lg:grid-cols-2">
        <Card level={3} title={domain.intent === 'absent' ? 'Removal' : 'Steps'}>
          {status === null ? (
            <p className="text-ink-muted text-sm">They appear with the first check.</p>
          ) : (
            <StepTimeline steps={status.steps} now={now} />
          )}
        </Card>
        <div className="grid min-w-0 gap-4">
          <Card level={3} title="Paths">
            <MappingsList domain={domain} />
          </Card>
          <Card level={3} title="Certificate">
            <CertificateSummary domain={domain} now={now} />
          </Card>
        </div>
      </div>
      {domain.intent === 'absent' ? null : (
        <Card level={3} title="Try it">
          {tryIt}
        </Card>
      )}
    </section>
  );
}
