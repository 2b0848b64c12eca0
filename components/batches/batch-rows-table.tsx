import Link from 'next/link';
import { StatusBadge } from '@/components/ui/badge';
import { Table, Td, Th, Thead, Tr } from '@/components/ui/table';
import type { BatchRowView } from '@/lib/batches/model';
import { rowLooks } from './state-look';

/** The rows of a batch with where each stands. */
export function BatchRowsTable({ rows }: { rows: BatchRowView[] }) {
  return (
    <Table label="Rows" minWidth="44rem" className="table-fixed" stacked>
      <Thead>
        <Th className="w-14">Line</Th>
        <Th className="w-[18%]">Tenant</Th>
        <Th className="w-[24%]">Hostname</Th>
        <Th className="w-40">State</Th>
        <Th>Details</Th>
      </Thead>
      <tbody>
        {rows.map((row) => {
          const look = rowLooks[row.state];
          return (
            <Tr key={row.line}>
              <Td className="text-ink-muted tabular-nums">
                <span className="sm:hidden">Line </span>
                {row.line}
              </Td>
              <Td>
                {row.headline === null ? (
                  row.name
                ) : (
                  <Link href={`/tenants/${row.tenantSlug}`} prefetch={false} className="font-medium hover:underline">
                    {row.name}
                  </Link>
                )}
              </Td>
              <Td>
                <span className="break-name">{row.hostname}</span>
              </Td>
              <Td>
                <StatusBadge tone={look.tone} icon={look.icon} variant="plain">
                  {look.word}
                </StatusBadge>
              </Td>
              <Td className="break-name text-ink-muted">
                {row.state === 'live' && row.headline !== null ? null : row.sentence}
              </Td>
            </Tr>
          );
        })}
      </tbody>
    </Table>
  );
}
