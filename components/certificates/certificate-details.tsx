import Link from 'next/link';
import { actorWords } from '@/components/domains/headline-look';
import { StatusBadge } from '@/components/ui/badge';
import { CopyButton } from '@/components/ui/copy-button';
import { DescriptionList } from '@/components/ui/description-list';
import { formatAbsoluteTime } from '@/components/ui/format-relative-time';
import { RelativeTime } from '@/components/ui/relative-time';
import { textLinkClass } from '@/components/ui/text-link';
import type { Tone } from '@/components/ui/tone';
import type { ListedCertificate } from '@/lib/certificates/listed-certificates';
import type { Actor } from '@/lib/domains/model';
import { renewalWords } from './renewal-words';
import { certificateTypeWords } from './status-look';

const turnTones: Record<Actor, Tone> = { us: 'violet', tenant: 'amber', aws: 'blue', nobody: 'green' };

/** Everything about one certificate: names, users, renewal, validation records. */
export function CertificateDetails({ certificate, now }: { certificate: ListedCertificate; now: number }) {
  const renewal = renewalWords(certificate);
  const time = (at: string | null) => (at ? formatAbsoluteTime(new Date(at)) : null);
  return (
    <div className="grid gap-4">
      <DescriptionList
        items={[
          { name: 'Names covered', value: certificate.names.join(', ') },
          {
            name: 'ARN',
            value: (
              <span className="inline-flex items-start gap-1">
                <code className="break-all text-xs leading-6">{certificate.arn}</code>
                <CopyButton value={certificate.arn} label="the ARN" />
              </span>
            ),
          },
          { name: 'In use by', value: <Uses certificate={certificate} /> },
          ...(certificate.waiting.length > 0
            ? [{ name: 'Waited for by', value: certificate.waiting.slice(0, 20).join(', ') }]
            : []),
          ...(certificate.deadline
            ? [{ name: 'ACM gives up', value: <RelativeTime at={certificate.deadline} now={now} /> }]
            : []),
          { name: 'Renewal', value: renewal?.text ?? null },
          {
            name: 'Type',
            value: `${certificateTypeWords[certificate.type]}${certificate.keyAlgorithm ? `, ${certificate.keyAlgorithm.replace('_', ' ')}` : ''}`,
          },
          { name: 'Requested', value: time(certificate.createdAt) },
          {
            name: 'Valid',
            value: certificate.notBefore ? `${time(certificate.notBefore)} to ${time(certificate.notAfter)}` : null,
          },
        ]}
      />
      {certificate.validations.length > 0 ? (
        <section aria-label={`Validation records of ${certificate.domainName}`}>
          <h2 className="mb-2 font-semibold text-sm">Validation records</h2>
          <ul className="divide-y divide-line overflow-hidden rounded-lg border border-line">
            {certificate.validations.map((validation) => (
              <li key={validation.domainName} className="grid gap-1.5 px-3 py-2.5 text-sm">
                <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
                  <span className="break-name font-medium">{validation.domainName}</span>
                  <StatusBadge tone={turnTones[validation.turn]} variant="plain" still>
                    {validation.status === 'SUCCESS' ? 'Validated' : actorWords[validation.turn]}
                  </StatusBadge>
                  <span className="text-ink-muted">{validation.status === 'SUCCESS' ? null : validation.sentence}</span>
                </div>
                {validation.record ? (
                  <dl className="grid gap-x-3 text-xs sm:grid-cols-[4rem_minmax(0,1fr)]">
                    <RecordPart
                      name={validation.record.type}
                      value={validation.record.name}
                      label="the record's name"
                    />
                    <RecordPart name="Value" value={validation.record.value} label="the record's value" />
                  </dl>
                ) : null}
              </li>
            ))}
          </ul>
        </section>
      ) : null}
    </div>
  );
}

function Uses({ certificate: { uses, inUseBy } }: { certificate: ListedCertificate }) {
  if (uses.length === 0) return inUseBy.length > 0 ? 'Something in AWS outside of this gateway' : 'Nothing';
  return (
    <ul className="grid gap-1">
      {uses.map(({ gatewayDomain, tenants }) => (
        <li key={gatewayDomain}>
          {gatewayDomain}
          {tenants.map(({ slug, name }) => (
            <span key={slug}>
              {' · '}
              <Link href={`/tenants/${slug}`} className={textLinkClass}>
                {name}
              </Link>
            </span>
          ))}
        </li>
      ))}
    </ul>
  );
}

function RecordPart({ name, value, label }: { name: string; value: string; label: string }) {
  return (
    <>
      <dt className="text-ink-muted leading-6">{name}</dt>
      <dd className="flex min-w-0 items-start gap-1">
        <code className="break-all leading-6">{value}</code>
        <CopyButton value={value} label={label} />
      </dd>
    </>
  );
}
