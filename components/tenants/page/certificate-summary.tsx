import { Validity } from '@/components/certificates/validity';
import { RelativeTime } from '@/components/ui/relative-time';
import { certificateStatusSentence } from '@/lib/certificates/certificate-status-sentence';
import type { DomainView } from '@/lib/tenants/model';

/** The certificate of a domain: names, status, and where it stands in its life. */
export function CertificateSummary({ domain, now }: { domain: DomainView; now: number }) {
  const { certificate } = domain;
  if (certificate === null) {
    return (
      <p className="text-ink-muted text-sm">
        {domain.certificateArn === null ? 'None yet.' : 'Not in the inventory yet; it is read about once a minute.'}
      </p>
    );
  }
  return (
    <div className="grid gap-2 text-sm">
      <p className="break-name font-mono text-xs">{certificate.names.join(', ')}</p>
      <p>
        {certificateStatusSentence(certificate)}
        {certificate.status === 'ISSUED' && certificate.issuedAt !== null ? (
          <span className="text-ink-muted">
            {' '}
            <RelativeTime at={certificate.issuedAt} now={now} />
          </span>
        ) : null}
      </p>
      {certificate.notAfter === null ? null : (
        <Validity notBefore={certificate.notBefore} notAfter={certificate.notAfter} now={now} />
      )}
      <p className="text-ink-subtle text-xs">
        {domain.certificateOurs ? 'Requested here for this domain alone.' : 'Chosen from the certificates in ACM.'}{' '}
        {certificate.type === 'IMPORTED' ? 'Imported: ACM does not renew it.' : null}
      </p>
    </div>
  );
}
