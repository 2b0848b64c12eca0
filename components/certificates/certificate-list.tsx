import Link from 'next/link';
import { actorWords } from '@/components/domains/headline-look';
import { DisclosureList, DisclosureRow, type SortHead } from '@/components/tables/disclosure-list';
import { StatusBadge } from '@/components/ui/badge';
import { cn } from '@/components/ui/cn';
import { textLinkClass } from '@/components/ui/text-link';
import { toneClasses } from '@/components/ui/tone';
import { certificateHref } from '@/lib/certificates/certificate-id';
import type { ListedCertificate } from '@/lib/certificates/listed-certificates';
import { risks } from '@/lib/certificates/watch/judge-certificate';
import { CertificateDetails } from './certificate-details';
import { toneOf } from './concern-list';
import { certificateStatusLooks, certificateTypeWords } from './status-look';
import { Validity } from './validity';

const columns = 'md:grid-cols-[minmax(0,4fr)_minmax(0,4fr)_minmax(0,3fr)_minmax(0,3fr)]';

/** All certificates, one row each. */
export function CertificateList({
  certificates,
  heads,
  now,
}: {
  certificates: ListedCertificate[];
  heads: SortHead[];
  now: number;
}) {
  return (
    <DisclosureList label="Certificates" heads={heads} columns={columns}>
      {certificates.map((certificate) => {
        const { word, tone, icon } = certificateStatusLooks[certificate.status];
        const others = certificate.names.length - 1;
        const concerns = risks(certificate.watch?.concerns ?? []);
        const worst = concerns.find(({ urgent }) => urgent) ?? concerns[0];
        return (
          <DisclosureRow
            key={certificate.arn}
            columns={columns}
            summary={
              <>
                <div className="min-w-0">
                  <p className="break-name font-medium text-sm">{certificate.domainName}</p>
                  <p className="text-ink-muted text-xs">
                    {others > 0 ? `and ${others} more ${others === 1 ? 'name' : 'names'} · ` : ''}
                    {certificateTypeWords[certificate.type]}
                  </p>
                </div>
                <div className="min-w-0">
                  <StatusBadge tone={tone} icon={icon} variant="plain">
                    {word}
                  </StatusBadge>
                  {worst === undefined ? null : (
                    <p className={cn('text-xs', toneClasses[toneOf(worst)].text)}>{worst.sentence}</p>
                  )}
                  {certificate.status === 'ISSUED' ? null : (
                    <p className="text-ink-muted text-xs">
                      {certificate.sentence} {certificate.turn === 'nobody' ? null : `${actorWords[certificate.turn]}.`}
                    </p>
                  )}
                </div>
                <Validity
                  type={certificate.type}
                  notBefore={certificate.notBefore}
                  notAfter={certificate.notAfter}
                  now={now}
                />
                <p className="min-w-0 text-ink-muted text-xs leading-5.5 md:truncate">
                  <UsesText certificate={certificate} />
                </p>
              </>
            }
          >
            <div className="grid gap-4">
              <p className="text-sm">
                <Link href={certificateHref(certificate.arn)} className={textLinkClass}>
                  Open its page
                </Link>{' '}
                for its renewal, the domains it fits and what can be done.
              </p>
              <CertificateDetails certificate={certificate} now={now} />
            </div>
          </DisclosureRow>
        );
      })}
    </DisclosureList>
  );
}

function UsesText({ certificate: { uses, inUseBy, waiting } }: { certificate: ListedCertificate }) {
  const [first, ...rest] = uses;
  const [waits, ...others] = waiting;
  const more = (count: number) => (count > 0 ? ` and ${count} more` : '');
  if (first === undefined && inUseBy.length === 0 && waits !== undefined)
    return `Waited for by ${waits}${more(others.length)}`;
  const nothing = inUseBy.length > 0 ? 'something outside of the gateway' : 'nothing';
  const [tenant, ...tenants] = first?.tenants ?? [];
  return (
    <>
      <span className="md:hidden">In use by </span>
      {first === undefined
        ? nothing
        : `${tenants.length === 0 ? (tenant?.name ?? first.gatewayDomain) : first.gatewayDomain}${more(rest.length)}`}
    </>
  );
}
