import Link from 'next/link';
import { StatusBadge } from '@/components/ui/badge';
import { Table, Td, Th, Thead, Tr } from '@/components/ui/table';
import type { BatchRowView } from '@/lib/batches/model';
import { rowLooks } from './state-look';

/** The rows of a batch with where each stands. */
export function BatchRowsTable({ rows }: { rows: BatchRowView[] }) {
  return (
    <Table label="Rows" minWidth="56rem" stacked>
      <Thead>
        <Th>Line</Th>
        <Th>Tenant</Th>
        <Th>Hostname</Th>
        <Th>State</Th>
        <Th>What there is to say</Th>
      </Thead>
      <tbody>
        {rows.map((row) => {
          const look = rowLooks[row.state];
          return (
            <Tr key={row.line}>
              <Td heading="Line" className="tabular-nums">
                {row.line}
              </Td>
              <Td heading="Tenant">
                {row.headline === null ? (
                  row.name
                ) : (
                  <Link href={`/tenants/${row.tenantSlug}`} prefetch={false} className="font-medium hover:underline">
                    {row.name}
                  </Link>
                )}
              </Td>
              <Td heading="Hostname">
                <span className="break-name">{row.hostname}</span>
              </Td>
              <Td heading="State">
                <StatusBadge tone={look.tone} icon={look.icon} variant="plain">
                  {look.word}
                </StatusBadge>
              </Td>
              <Td heading="What there is to say" className="text-ink-muted">
                {row.state === 'live' ? 'Done.' : row.sentence || '–'}
              </Td>
            </Tr>
          );
        })}
      </tbody>
    </Table>
  );
}
