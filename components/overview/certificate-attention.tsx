import Link from 'next/link';
import { actorWords } from '@/components/domains/headline-look';
import { StatusBadge } from '@/components/ui/badge';
import { RelativeTime } from '@/components/ui/relative-time';
import { certificateHref } from '@/lib/certificates/certificate-id';
import type { EndangeredCertificate } from '@/lib/certificates/read-endangered';

const shownAtMost = 5;

/** Certificates in use whose renewal or end needs somebody. */
export function CertificateAttention({ certificates, now }: { certificates: EndangeredCertificate[]; now: number }) {
  if (certificates.length === 0) return null;
  return (
    <ul aria-label="Certificates that need attention" className="border-line border-t first:border-t-0">
      {certificates.slice(0, shownAtMost).map(({ arn, domainName, sentence, actor, urgent, since }) => (
        <li
          key={arn}
          className="relative grid gap-x-4 gap-y-1 border-line border-b px-4 py-2.5 last:border-b-0 hover:bg-hover md:grid-cols-[10.5rem_minmax(0,1fr)_8rem]"
        >
          <div>
            <StatusBadge tone={urgent ? 'red' : 'amber'} icon="shield-check" still>
              Certificate
            </StatusBadge>
          </div>
          <div className="min-w-0">
            <Link
              href={certificateHref(arn)}
              className="break-name font-medium text-sm after:absolute after:inset-0 hover:underline focus-visible:-outline-offset-2"
            >
              {domainName}
            </Link>
            <p className="break-name text-ink-muted text-sm">{sentence}</p>
          </div>
          <p className="text-ink-muted text-xs md:text-right">
            {actorWords[actor]}
            <span className="md:hidden"> · </span>
            <span className="md:block">
              since <RelativeTime at={since} now={now} />
            </span>
          </p>
        </li>
      ))}
      {certificates.length > shownAtMost ? (
        <li className="px-4 py-2 text-sm">
          <Link href="/certificates?status=issued" className="text-accent hover:underline">
            {certificates.length - shownAtMost} more certificates
          </Link>
        </li>
      ) : null}
    </ul>
  );
}
