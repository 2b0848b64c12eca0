import type { DnsRecordRow } from '@/lib/domains/model';

type ZoneRecord = Pick<DnsRecordRow, 'type' | 'name' | 'relativeName' | 'value' | 'verdict' | 'purpose'>;

const ttlSeconds = 300;

/**
 * Records as a zone file (RFC 1035, section 5; what BIND and the import of most providers read): full names with their trailing dot, so
 * that nothing depends on an origin. What is not to be made yet, and a CNAME at the zone's own name, stand there as comments. Pure.
 */
export function zoneFile(hostname: string, records: readonly ZoneRecord[]): string {
  const lines = records.map((record) => {
    const line = `${record.name}. ${ttlSeconds} IN ${record.type} ${record.value}.`;
    if (record.verdict === 'later') return `; Not before we have agreed on the moment:\n; ${line}`;
    if (record.type === 'CNAME' && record.relativeName === '@')
      return `; The zone's own name can't have a CNAME. Make an ALIAS or ANAME record to ${record.value}.\n; ${line}`;
    return line;
  });
  return [`; DNS records for ${hostname}`, ...lines, ''].join('\n');
}
