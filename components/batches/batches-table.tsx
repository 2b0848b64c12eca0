import Link from 'next/link';
import { StatusBadge } from '@/components/ui/badge';
import { RelativeTime } from '@/components/ui/relative-time';
import { rowLinkClass, Table, Td, Th, Thead, Tr } from '@/components/ui/table';
import type { BatchSummary } from '@/lib/batches/model';
import { batchLooks, countsInWords } from './state-look';

export function BatchesTable({ batches, now }: { batches: BatchSummary[]; now: number }) {
  return (
    <Table label="Batches" minWidth="48rem" stacked>
      <Thead>
        <Th>Batch</Th>
        <Th>State</Th>
        <Th>Rows</Th>
        <Th>Started</Th>
      </Thead>
      <tbody>
        {batches.map((batch) => {
          const look = batchLooks[batch.state];
          return (
            <Tr key={batch.number} interactive>
              <Td heading="Batch">
                <Link href={`/tenants/batches/${batch.number}`} className={rowLinkClass}>
                  #{batch.number} {batch.fileName}
                </Link>
              </Td>
              <Td heading="State">
                <StatusBadge tone={look.tone} icon={look.icon} variant="plain">
                  {look.word}
                </StatusBadge>
              </Td>
              <Td heading="Rows">{countsInWords(batch.counts)}</Td>
              <Td heading="Started" className="text-ink-muted">
                <RelativeTime at={batch.createdAt} now={now} /> by {batch.author}
              </Td>
            </Tr>
          );
        })}
      </tbody>
    </Table>
  );
}
