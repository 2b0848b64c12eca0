import { Fragment, type ReactNode } from 'react';
import { AxesStrip } from '@/components/domains/axes-strip';
import { plainSentence } from '@/components/domains/plain-sentence';
import { StepTimeline } from '@/components/domains/step-timeline';
import { TroubleNotice } from '@/components/domains/trouble-notice';
import { Card } from '@/components/ui/card';
import type { DomainView } from '@/lib/tenants/model';
import { CertificateSummary } from './certificate-summary';
import { DomainHeader } from './domain-header';
import { MappingsList } from './mappings-list';
import { RecordsCard } from './records-card';

interface Props {
  domain: DomainView;
  /** Who gets the records to add. */
  contactEmail: string | null;
  now: number;
  /** Null for those who may not. */
  checkNow: ReactNode;
  /** Null where it makes no sense, and for those who may not. */
  newCertificate: ReactNode;
  tryIt: ReactNode;
  /** What the doctor found; null where it is being removed. */
  doctor: ReactNode;
  /** Before and after a cut-over; shows nothing otherwise. */
  cutOver: ReactNode;
  /** The customer's DNS provider, on the sandbox. */
  provider: ReactNode;
  /** Its headline over time. */
  history: ReactNode;
  /** What takes its place, or whose place it takes; null where there is no such thing. */
  succession: ReactNode;
  /** Changing its hostname or its tenant; null for those who may not. */
  change: ReactNode;
  /** How to remove it, or how its removal goes; null for those who may not. */
  removal: ReactNode;
}

/**
 * One domain of a tenant: where it stands, what there is to do, and how to try it. What somebody has to do comes first:
 * the records while they are missing, trying it once the domain is live.
 */
export function DomainSection({
  domain,
  contactEmail,
  now,
  checkNow,
  newCertificate,
  tryIt,
  doctor,
  provider,
  history,
  succession,
  change,
  cutOver,
  removal,
}: Props) {
  const { status } = domain;
  const records = status?.records ?? [];
  const open =
    domain.intent === 'present' &&
    records.some(({ actor, verdict }) => actor === 'tenant' && verdict !== 'ok' && verdict !== 'later');
  const live = domain.headline.startsWith('Live');
  const parts: Record<'records' | 'axes' | 'tryIt' | 'steps' | 'doctor', ReactNode> = {
    records: (
      <>
        {records.length > 0 && domain.intent === 'present' ? (
          <RecordsCard hostname={domain.hostname} records={records} contactEmail={contactEmail} open={open} />
        ) : null}
        {provider}
      </>
    ),
    axes: status === null ? null : <AxesCard status={status} now={now} />,
    tryIt:
      domain.intent === 'absent' ? null : (
        <Card level={3} title="Try it">
          {tryIt}
        </Card>
      ),
    doctor,
    steps: <Steps domain={domain} now={now} live={live} newCertificate={newCertificate} />,
  };
  const needed = needsDoctor(domain, now);
  const usual = open
    ? (['records', 'axes', 'steps', 'tryIt'] as const)
    : live
      ? (['axes', 'tryIt', 'records', 'steps'] as const)
      : (['axes', 'records', 'steps', 'tryIt'] as const);
  const order = needed ? [usual[0], 'doctor' as const, ...usual.slice(1)] : [...usual, 'doctor' as const];
  return (
    <section id={domain.hostname} aria-label={domain.hostname} className="grid min-w-0 scroll-mt-28 gap-4">
      <DomainHeader domain={domain} now={now} checkNow={checkNow} />
      {status?.trouble ? (
        <TroubleNotice trouble={status.trouble} titled={plainSentence(status) !== status.trouble.sentence} now={now} />
      ) : null}
      {domain.intent === 'absent' ? removal : null}
      {succession}
      {cutOver}
      {order.map((part) => (
        <Fragment key={part}>{parts[part]}</Fragment>
      ))}
      {history}
      {change}
      {domain.intent === 'absent' ? null : removal}
    </section>
  );
}

/** Waiting for longer than a record takes to be added and seen, or waiting for somebody who doesn't know why. */
const tenantWaitMs = 5 * 60_000;

function needsDoctor({ headline, since }: DomainView, now: number): boolean {
  if (headline === 'Needs operator' || headline === 'Broken' || headline === 'Live, at risk') return true;
  return headline === 'Waiting for tenant' && now - Date.parse(since) > tenantWaitMs;
}

function AxesCard({ status, now }: { status: NonNullable<DomainView['status']>; now: number }) {
  return (
    <Card flush>
      <AxesStrip status={status} now={now} />
    </Card>
  );
}

function Steps({
  domain,
  now,
  live,
  newCertificate,
}: Pick<Props, 'domain' | 'now' | 'newCertificate'> & { live: boolean }) {
  const { status } = domain;
  const timeline =
    status === null ? (
      <p className="text-ink-muted text-sm">They appear with the first check.</p>
    ) : (
      <StepTimeline status={status} now={now} />
    );
  const paths = (
    <Card level={3} title="Paths">
      <MappingsList domain={domain} />
    </Card>
  );
  return (
    <div className="grid min-w-0 items-start gap-4 lg:grid-cols-2">
      <div className="grid min-w-0 gap-4">
        <Card level={3} title={domain.intent === 'absent' ? 'Removal' : 'Steps'}>
          {live && status !== null ? (
            <details>
              <summary className="rounded-sm text-ink-muted text-sm hover:text-ink">
                {summaryOf(status.steps)}
                <span className="ml-2 text-accent text-xs underline underline-offset-2">Show them</span>
              </summary>
              <div className="mt-4">{timeline}</div>
            </details>
          ) : (
            timeline
          )}
        </Card>
        {live ? paths : null}
      </div>
      <div className="grid min-w-0 gap-4">
        {live ? null : paths}
        <Card level={3} title="Certificate">
          <CertificateSummary domain={domain} now={now} />
          {newCertificate}
        </Card>
      </div>
    </div>
  );
}

function summaryOf(steps: NonNullable<DomainView['status']>['steps']): string {
  const open = steps.filter(({ state }) => state !== 'done' && state !== 'skipped').length;
  return open === 0 ? `All ${steps.length} are done.` : `${open} of ${steps.length} are open.`;
}
