import Link from 'next/link';
import { Validity } from '@/components/certificates/validity';
import { textLinkClass } from '@/components/ui/text-link';
import { certificateHref } from '@/lib/certificates/certificate-id';
import { certificateStatusSentence } from '@/lib/certificates/certificate-status-sentence';
import type { DomainView } from '@/lib/tenants/model';

/**
 * The certificate of a domain: names, status, and where it stands in its life. The reconciler has looked at it more
 * recently than the cache, so its sentence is the status; the cache has the rest.
 */
export function CertificateSummary({ domain, now }: { domain: DomainView; now: number }) {
  const { certificate, status } = domain;
  if (domain.certificateArn === null && certificate === null)
    return <p className="text-ink-muted text-sm">None yet.</p>;
  const cached = certificate === null ? null : certificateStatusSentence(certificate);
  return (
    <div className="grid gap-2 text-sm">
      <p className="break-name font-mono text-xs">{(certificate?.names ?? [domain.hostname]).join(', ')}</p>
      <p>{status?.axes.certificate.sentence ?? cached ?? 'Not looked at yet.'}</p>
      {certificate?.status === 'ISSUED' ? (
        <Validity type={certificate.type} notBefore={certificate.notBefore} notAfter={certificate.notAfter} now={now} />
      ) : null}
      <p className="text-ink-subtle text-xs">
        {domain.certificateOurs ? 'For this domain alone.' : 'Shared, or not made for this domain alone.'}
        {certificate?.type === 'IMPORTED' ? ' Imported: ACM does not renew it.' : null}
      </p>
      {domain.certificateArn === null ? null : (
        <Link
          href={certificateHref(domain.certificateArn)}
          className={`break-name w-fit font-mono text-xs ${textLinkClass}`}
        >
          {domain.certificateArn}
        </Link>
      )}
    </div>
  );
}
