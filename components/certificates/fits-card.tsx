import Link from 'next/link';
import type { ReactNode } from 'react';
import { StatusBadge } from '@/components/ui/badge';
import { Card } from '@/components/ui/card';
import type { IconName } from '@/components/ui/icon-shapes';
import { textLinkClass } from '@/components/ui/text-link';
import type { Tone } from '@/components/ui/tone';
import type { CertificateFit } from '@/lib/certificates/get-certificate';
import type { Certificate } from '@/lib/inventory/model';

const othersShown = 50;

/** Which of our domains a certificate fits and which not, each with the reason. `replace` draws what exchanges it where it is used. */
export function FitsCard({
  status,
  fits,
  replace,
}: {
  status: Certificate['status'];
  fits: CertificateFit[];
  replace: (fit: CertificateFit) => ReactNode;
}) {
  const near = fits.filter(({ covers, relation }) => covers || relation !== 'none');
  const others = fits.filter(({ covers, relation }) => !covers && relation === 'none');
  return (
    <Card title="Domains it fits" description="Of the domains here, by name, state and dates." flush>
      {near.length === 0 ? (
        <p className="px-4 py-3 text-ink-muted text-sm">It covers none of the domains here.</p>
      ) : (
        <ul aria-label="Domains it covers">
          {near.map((fit) => (
            <li
              key={fit.domainId}
              className="flex flex-wrap items-start gap-x-4 gap-y-2 border-line border-b px-4 py-2.5 text-sm last:border-b-0"
            >
              <div className="min-w-0 flex-1 basis-56">
                <DomainLink fit={fit} />
                <p className="text-ink-muted text-xs">
                  {fit.tenantName}
                  {fit.through === null ? null : ` · served through ${fit.through}`}
                </p>
              </div>
              <div className="min-w-0 flex-1 basis-56">
                <Relation fit={fit} status={status} />
                <p className="break-name text-ink-muted text-xs">{[fit.reason, ...fit.warnings].join(' ')}</p>
              </div>
              {fit.through === null ? replace(fit) : null}
            </li>
          ))}
        </ul>
      )}
      {others.length === 0 ? null : (
        <details className="border-line border-t text-sm">
          <summary className="px-4 py-2.5 text-ink-muted hover:bg-hover hover:text-ink focus-visible:-outline-offset-2">
            {others.length === 1 ? '1 domain' : `${others.length} domains`} that it does not cover, and why
          </summary>
          <ul aria-label="Domains it does not cover">
            {others.slice(0, othersShown).map((fit) => (
              <li key={fit.domainId} className="border-line border-t px-4 py-2">
                <DomainLink fit={fit} />
                <p className="break-name text-ink-muted text-xs">{fit.reason}</p>
              </li>
            ))}
            {others.length > othersShown ? (
              <li className="border-line border-t px-4 py-2 text-ink-muted text-xs">
                and {others.length - othersShown} more
              </li>
            ) : null}
          </ul>
        </details>
      )}
    </Card>
  );
}

function DomainLink({ fit }: { fit: CertificateFit }) {
  return (
    <Link href={`/tenants/${fit.tenantSlug}#${fit.hostname}`} className={`break-name ${textLinkClass}`}>
      {fit.hostname}
    </Link>
  );
}

function Relation({ fit, status }: { fit: CertificateFit; status: Certificate['status'] }) {
  const { word, tone, icon } = lookOf(fit, status);
  return (
    <StatusBadge tone={tone} icon={icon} variant="plain" still>
      {word}
    </StatusBadge>
  );
}

interface Look {
  word: string;
  tone: Tone;
  icon: IconName;
}

/** What a domain has to do with the certificate; one that is not issued is used by nobody yet. */
function lookOf({ relation, usable, covers }: CertificateFit, status: Certificate['status']): Look {
  if (relation === 'uses') {
    const word = 'Uses it';
    return usable ? { word, tone: 'green', icon: 'circle-check' } : { word, tone: 'amber', icon: 'triangle-alert' };
  }
  if (relation === 'waits') {
    if (status === 'ISSUED') return { word: 'Will use it', tone: 'blue', icon: 'clock' };
    if (status === 'PENDING_VALIDATION') return { word: 'Waits for it', tone: 'amber', icon: 'clock' };
    return { word: 'Wants it, in vain', tone: 'red', icon: 'circle-x' };
  }
  if (covers && status === 'PENDING_VALIDATION') return { word: 'Fits once issued', tone: 'grey', icon: 'clock' };
  return usable
    ? { word: 'Fits', tone: 'blue', icon: 'circle' }
    : { word: 'Does not fit', tone: 'grey', icon: 'circle-minus' };
}
