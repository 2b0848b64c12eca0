import { recordsMail, recordsText } from '@/components/domains/records-text';
import { CopyAll } from '@/components/tenants/page/copy-all';
import { StatusBadge } from '@/components/ui/badge';
import { ButtonLink } from '@/components/ui/button';
import { Disclosure } from '@/components/ui/disclosure';
import { formatAbsoluteTime } from '@/components/ui/format-relative-time';
import { Notice } from '@/components/ui/notice';
import { RelativeTime } from '@/components/ui/relative-time';
import { stepsIdOf } from '@/lib/dns/provider-steps';
import type { SharedDomain } from '@/lib/share/model';
import { type CheckShared, CheckSharedButton } from './check-shared';
import { Checklist } from './checklist';
import { RecordDownloads } from './downloads';
import { ProviderGuide } from './provider-guide';
import { RecordList } from './record-list';
import { headlineWords } from './share-words';

interface Props {
  domain: SharedDomain;
  token: string;
  now: number;
  check: CheckShared;
}

/** One domain of the customer's: how it stands, what is left, and everything that is needed for it. */
export function SharedDomainCard({ domain, token, now, check }: Props) {
  const { hostname, records, findings } = domain;
  const look = headlineWords[domain.headline];
  const open = records.some(({ verdict }) => verdict !== 'ok' && verdict !== 'later');
  return (
    <section
      aria-label={hostname}
      className="min-w-0 overflow-hidden rounded-xl border border-line bg-surface shadow-card"
    >
      <div className="grid gap-5 p-4 *:min-w-0 sm:p-6">
        <div>
          <div className="flex flex-wrap items-center justify-between gap-x-3 gap-y-2">
            <h2 className="break-name min-w-0 font-semibold text-lg">{domain.unicode ?? hostname}</h2>
            <StatusBadge tone={look.tone} icon={look.icon}>
              {look.word}
            </StatusBadge>
          </div>
          <p className="break-name mt-1 text-ink-muted">{domain.sentence}</p>
          {domain.deadline === null ? null : (
            <p className="mt-1 text-ink-muted text-sm">
              Please do so before {formatAbsoluteTime(new Date(domain.deadline))} (
              <RelativeTime at={domain.deadline} now={now} />
              ): after that, the certificate has to be asked for again.
            </p>
          )}
        </div>
        <Checklist items={domain.checklist} />
        {findings.map((finding) => (
          <Notice key={finding.sentence} tone="amber" title={finding.sentence}>
            {finding.fix}
          </Notice>
        ))}
        <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
          <CheckSharedButton token={token} domainId={domain.id} hostname={hostname} action={check} />
          <p className="text-ink-subtle text-xs">
            {domain.checkedAt === null ? (
              'Not looked at yet.'
            ) : (
              <>
                Last looked at <RelativeTime at={domain.checkedAt} now={now} />.
              </>
            )}
          </p>
        </div>
      </div>
      {records.length === 0 ? null : (
        <div className="grid gap-6 *:min-w-0 border-line border-t bg-canvas p-4 sm:p-6">
          <div className="grid gap-3">
            <div className="flex flex-wrap items-center justify-between gap-2">
              <h3 className="font-semibold">{open ? 'Records to make' : 'Records to keep'}</h3>
              <div className="flex flex-wrap items-center gap-2">
                <CopyAll text={recordsText(hostname, records)} />
                <RecordDownloads hostname={hostname} records={records} />
                <ButtonLink size="sm" icon="mail" href={recordsMail('', hostname, records)}>
                  Write an e-mail
                </ButtonLink>
              </div>
            </div>
            <RecordList hostname={hostname} records={records} />
          </div>
          <Guide domain={domain} open={open} />
        </div>
      )}
    </section>
  );
}

function Guide({ domain: { zone, provider, records }, open }: { domain: SharedDomain; open: boolean }) {
  if (zone === null) return null;
  const guide = (
    <ProviderGuide zone={zone} detected={{ id: stepsIdOf(provider), name: provider?.name ?? null }} records={records} />
  );
  if (!open) return <Disclosure summary="How such records are made">{guide}</Disclosure>;
  return (
    <div className="grid gap-3">
      <h3 className="font-semibold">How to make them</h3>
      {guide}
    </div>
  );
}
