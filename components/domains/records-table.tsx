import { StatusBadge } from '@/components/ui/badge';
import { CopyButton } from '@/components/ui/copy-button';
import { Table, Td, Th, Thead, Tr } from '@/components/ui/table';
import type { DnsRecordRow } from '@/lib/domains/model';
import { purposeWords, verdictLooks } from './domain-words';

/** The DNS records that have to exist, and what the public DNS answers for each. */
export function RecordsTable({ hostname, records }: { hostname: string; records: DnsRecordRow[] }) {
  return (
    <Table label={`DNS records of ${hostname}`} minWidth="45rem" className="table-fixed">
      <Thead>
        <Th className="w-28 lg:w-36">Purpose</Th>
        <Th className="w-[29%]">Name</Th>
        <Th className="w-[29%]">Value</Th>
        <Th>Answer of the public DNS</Th>
      </Thead>
      <tbody>
        {records.map((record) => (
          <Tr key={`${record.type} ${record.name} ${record.value}`}>
            <Td className="align-top">
              {purposeWords[record.purpose]}
              <span className="block text-ink-subtle text-xs">
                {record.type}, {record.actor === 'tenant' ? 'by the tenant' : 'by Gatehouse'}
              </span>
            </Td>
            <Td className="align-top">
              <Value text={record.name} what={`the name of the ${record.type} record for ${record.purpose}`} />
              <span className="flex items-start gap-1 text-ink-subtle text-xs">
                <span className="break-name min-w-0 pt-0.5">
                  in the zone: <code>{record.relativeName}</code>
                </span>
                <CopyButton value={record.relativeName} label={`the name within the zone, ${record.relativeName}`} />
              </span>
            </Td>
            <Td className="align-top">
              <Value text={record.value} what={`the value of the ${record.type} record for ${record.purpose}`} />
            </Td>
            <Td className="align-top">
              <StatusBadge
                tone={verdictLooks[record.verdict].tone}
                icon={verdictLooks[record.verdict].icon}
                variant="plain"
              >
                {verdictLooks[record.verdict].word}
              </StatusBadge>
              {record.observed.map((observed) => (
                <code key={observed} className="break-name block text-xs">
                  {observed}
                </code>
              ))}
              <span className="break-name block text-ink-muted text-xs">{record.sentence}</span>
            </Td>
          </Tr>
        ))}
      </tbody>
    </Table>
  );
}

function Value({ text, what }: { text: string; what: string }) {
  return (
    <span className="flex items-start gap-1">
      <code className="break-name min-w-0 pt-0.5 text-xs">{text}</code>
      <CopyButton value={text} label={what} />
    </span>
  );
}
