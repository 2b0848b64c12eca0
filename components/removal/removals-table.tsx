import Link from 'next/link';
import { StatusBadge } from '@/components/ui/badge';
import { RelativeTime } from '@/components/ui/relative-time';
import { rowLinkClass, Table, Td, Th, Thead, Tr } from '@/components/ui/table';
import type { RemovalRow } from '@/lib/offboarding/model';

/** Removals, the newest first. */
export function RemovalsTable({ rows, now }: { rows: RemovalRow[]; now: number }) {
  return (
    <Table label="Removals" className="table-fixed" stacked>
      <Thead>
        <Th className="sm:w-[40%]">What</Th>
        <Th>State</Th>
        <Th>Asked for</Th>
      </Thead>
      <tbody>
        {rows.map((row) => (
          <Tr key={row.id} interactive>
            <Td>
              <Link href={`/tenants/removals/${row.id}`} prefetch={false} className={rowLinkClass}>
                <span className="break-name">{row.hostname ?? row.tenantName}</span>
              </Link>
              <span className="block truncate text-ink-subtle text-xs">
                {row.hostname === null ? `whole tenant ${row.tenantSlug}` : `of ${row.tenantSlug}`}
              </span>
            </Td>
            <Td>
              {row.finishedAt === null ? (
                <StatusBadge tone="blue" icon="loader-circle">
                  Under way
                </StatusBadge>
              ) : (
                <StatusBadge tone="green" icon="circle-check">
                  Finished
                </StatusBadge>
              )}
            </Td>
            <Td className="text-ink-muted text-xs">
              <RelativeTime at={row.requestedAt} now={now} />
              <span className="break-name block">by {row.requestedBy}</span>
            </Td>
          </Tr>
        ))}
      </tbody>
    </Table>
  );
}
