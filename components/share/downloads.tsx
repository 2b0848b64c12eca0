import { recordsText } from '@/components/domains/records-text';
import { buttonClass } from '@/components/ui/button-class';
import { Icon } from '@/components/ui/icon';
import { zoneFile } from '@/lib/dns/zone-file';
import type { DnsRecordRow } from '@/lib/domains/model';

/** The records as files: no request is needed, what is on the page is in the link. */
export function RecordDownloads({ hostname, records }: { hostname: string; records: DnsRecordRow[] }) {
  return (
    <>
      <Download label="Zone file" what={`Zone file for ${hostname}`} name={`${hostname}.zone`}>
        {zoneFile(hostname, records)}
      </Download>
      <Download label="Text" what={`Text file for ${hostname}`} name={`${hostname}.txt`}>
        {`${recordsText(hostname, records)}\n`}
      </Download>
    </>
  );
}

function Download({ label, what, name, children }: { label: string; what: string; name: string; children: string }) {
  return (
    <a
      href={`data:text/plain;charset=utf-8,${encodeURIComponent(children)}`}
      download={name}
      aria-label={what}
      className={buttonClass({ size: 'sm' })}
    >
      <Icon name="download" className="size-3.5" />
      {label}
    </a>
  );
}
