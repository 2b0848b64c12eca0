import type { DnsRecordRow } from '@/lib/domains/model';

/** Address that opens the operator's mail program with the records, ready to send. Pure. */
export function recordsMail(to: string, hostname: string, records: DnsRecordRow[]): string {
  const [subject, body] = [`DNS records for ${hostname}`, recordsText(hostname, records)].map(encodeURIComponent);
  return `mailto:${encodeURIComponent(to)}?subject=${subject}&body=${body}`;
}

/** The records that the tenant has to add, as text for an e-mail. Pure. */
export function recordsText(hostname: string, records: DnsRecordRow[]): string {
  const blocks = records.map((record, index) =>
    [
      `${index + 1}. ${record.purpose === 'routing' ? `Leads ${hostname} to our service` : 'Lets the certificate be issued and renewed'}`,
      ...(record.verdict === 'later' ? ['   Later: please make it only once we have agreed on the moment.'] : []),
      `   Type:  ${record.type}`,
      `   Name:  ${record.name}`,
      `          (in panels that add the domain by themselves: ${record.relativeName})`,
      `   Value: ${record.value}`,
    ].join('\n'),
  );
  return [
    `To serve ${hostname}, please add ${records.length === 1 ? 'this record' : 'these records'} at your DNS provider and keep ${records.length === 1 ? 'it' : 'them'} for good:`,
    ...blocks,
    'If your provider can proxy records (Cloudflare: orange cloud), switch that off for these.',
  ].join('\n\n');
}
