import { StatusBadge } from '@/components/ui/badge';
import { CopyButton } from '@/components/ui/copy-button';
import { Table, Td, Th, Thead, Tr } from '@/components/ui/table';
import type { DnsRecordRow } from '@/lib/domains/model';
import { purposeWords, verdictLooks } from './domain-words';
import { repeatsRecord } from './plain-sentence';

/** The DNS records that have to exist, and what the public DNS answers for each. */
export function RecordsTable({ hostname, records }: { hostname: string; records: DnsRecordRow[] }) {
  return (
    <Table label={`DNS records of ${hostname}`} minWidth="45rem" className="table-fixed" stacked>
      <Thead>
        <Th className="w-28 lg:w-36">Purpose</Th>
        <Th className="w-[30%]">Name</Th>
        <Th className="w-[30%]">Value</Th>
        <Th>Answer of the public DNS</Th>
      </Thead>
      <tbody>
        {records.map((record) => (
          <Tr key={`${record.type} ${record.name} ${record.value}`}>
            <Td className="align-top">
              <span className="max-sm:font-medium">{purposeWords[record.purpose]}</span>
              <span className="block text-ink-subtle text-xs">
                {record.type}, {record.actor === 'tenant' ? 'by the tenant' : 'by Gatehouse'}
              </span>
            </Td>
            <Td className="align-top" heading="Name">
              <Value text={record.name} what={`the name of the ${record.type} record for ${record.purpose}`} />
              <span className="mt-1 block text-ink-subtle text-xs max-sm:mt-2">In panels that add the domain:</span>
              <Value text={record.relativeName} what={`the name within the zone, ${record.relativeName}`} quiet />
            </Td>
            <Td className="align-top" heading="Value">
              <Value text={record.value} what={`the value of the ${record.type} record for ${record.purpose}`} />
            </Td>
            <Td className="align-top" heading="Answer of the public DNS">
              <Answer record={record} />
            </Td>
          </Tr>
        ))}
      </tbody>
    </Table>
  );
}

function Value({ text, what, quiet = false }: { text: string; what: string; quiet?: boolean }) {
  return (
    <span className="flex items-start gap-1 max-sm:mt-0.5 max-sm:justify-between max-sm:rounded-md max-sm:bg-sunken max-sm:py-1 max-sm:pr-1 max-sm:pl-2.5">
      <code
        className={quiet ? 'break-name min-w-0 py-0.5 text-ink-muted text-xs' : 'break-name min-w-0 py-0.5 text-xs'}
      >
        {text}
      </code>
      <CopyButton value={text} label={what} />
    </span>
  );
}

function Answer({ record }: { record: DnsRecordRow }) {
  const look = verdictLooks[record.verdict];
  return (
    <>
      <StatusBadge tone={look.tone} icon={look.icon} variant="plain">
        {record.verdict === 'ok' && record.observed.length === 0 ? 'OK' : look.word}
      </StatusBadge>
      {record.observed.map((observed) => (
        <code key={observed} className="break-name block text-xs">
          {observed}
        </code>
      ))}
      {repeatsRecord(record.sentence, [record]) ? null : (
        <span className="break-name block text-ink-muted text-xs">{record.sentence}</span>
      )}
    </>
  );
}
