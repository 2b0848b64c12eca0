import Link from 'next/link';
import type { ReactNode } from 'react';
import { StatusBadge } from '@/components/ui/badge';
import { Card } from '@/components/ui/card';
import { textLinkClass } from '@/components/ui/text-link';
import type { CertificateFit } from '@/lib/certificates/get-certificate';

const othersShown = 50;

/** Which of our domains a certificate fits and which not, each with the reason. `replace` draws what exchanges it where it is used. */
export function FitsCard({ fits, replace }: { fits: CertificateFit[]; replace: (fit: CertificateFit) => ReactNode }) {
  const near = fits.filter(({ covers, uses }) => covers || uses);
  const others = fits.filter(({ covers, uses }) => !covers && !uses);
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
                <StatusBadge
                  tone={fit.uses ? (fit.usable ? 'green' : 'amber') : fit.usable ? 'blue' : 'grey'}
                  icon={
                    fit.uses ? (fit.usable ? 'circle-check' : 'triangle-alert') : fit.usable ? 'circle' : 'circle-minus'
                  }
                  variant="plain"
                  still
                >
                  {fit.uses ? 'Uses it' : fit.usable ? 'Fits' : 'Does not fit'}
                </StatusBadge>
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
