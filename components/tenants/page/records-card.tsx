import { RecordsTable } from '@/components/domains/records-table';
import { recordsMail, recordsText } from '@/components/domains/records-text';
import { RecordDownloads } from '@/components/share/downloads';
import { ButtonLink } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import type { DnsRecordRow } from '@/lib/domains/model';
import { CopyAll } from './copy-all';

interface Props {
  hostname: string;
  records: DnsRecordRow[];
  contactEmail: string | null;
  /** The tenant still has to add or correct some. */
  open: boolean;
}

/** The records of a domain, and the ways to hand them to the tenant. */
export function RecordsCard({ hostname, records, contactEmail, open }: Props) {
  const byTenant = records.filter(({ actor }) => actor === 'tenant');
  return (
    <Card
      flush
      level={3}
      frame={open ? 'amber' : 'plain'}
      title={open ? 'DNS records for the tenant to add' : 'DNS records'}
      description={
        byTenant.length > 0
          ? 'At its own DNS provider, for good: without the validation record the certificate is not renewed.'
          : 'Gatehouse keeps these in our zone.'
      }
      actions={
        byTenant.length > 0 ? (
          <div className="flex flex-wrap items-center gap-2">
            {contactEmail !== null && open ? (
              <ButtonLink size="sm" icon="mail" href={recordsMail(contactEmail, hostname, byTenant)}>
                Write to {contactEmail}
              </ButtonLink>
            ) : null}
            <CopyAll text={recordsText(hostname, byTenant)} />
            <RecordDownloads hostname={hostname} records={byTenant} />
          </div>
        ) : null
      }
    >
      <RecordsTable hostname={hostname} records={records} />
    </Card>
  );
}
