import Link from 'next/link';
import { StatusBadge } from '@/components/ui/badge';
import { RelativeTime } from '@/components/ui/relative-time';
import { rowLinkClass, Table, Td, Th, Thead, Tr } from '@/components/ui/table';
import type { ListedChangeSet } from '@/lib/changes/list-change-sets';
import { stateLooks } from './state-look';

/** Change sets, newest first. */
export function ChangeSetsTable({
  rows,
  waiting,
  now,
}: {
  rows: ListedChangeSet[];
  /** By number: the stages that approval is waited for. */
  waiting: ReadonlyMap<number, string[]>;
  now: number;
}) {
  return (
    <Table label="Change sets" stacked>
      <Thead>
        <Th>Change set</Th>
        <Th>State</Th>
        <Th numeric>Edits</Th>
        <Th>Author</Th>
        <Th>Last change</Th>
      </Thead>
      <tbody>
        {rows.map((row) => {
          const look = stateLooks[row.state];
          return (
            <Tr key={row.number} interactive>
              <Td>
                <Link href={`/changes/${row.number}`} className={rowLinkClass}>
                  <span className="text-ink-muted tabular-nums">#{row.number}</span> {row.name}
                </Link>
                {row.current ? (
                  <span className="block text-ink-muted text-xs">what you edit goes in here</span>
                ) : row.deployStage ? (
                  <span className="block text-ink-muted text-xs">deployed to {row.deployStage}</span>
                ) : null}
              </Td>
              <Td heading="State">
                <StatusBadge tone={look.tone} icon={look.icon} variant="plain">
                  {look.word}
                </StatusBadge>
                {waiting.has(row.number) ? (
                  <span className="block text-amber text-xs">
                    waits for approval for {waiting.get(row.number)?.join(', ')}
                  </span>
                ) : null}
                {row.conflicts > 0 ? (
                  <span className="block text-red text-xs">
                    {row.conflicts} {row.conflicts === 1 ? 'conflict' : 'conflicts'}
                  </span>
                ) : null}
              </Td>
              <Td heading="Edits" numeric className="max-sm:text-left">
                {row.changes}
              </Td>
              <Td heading="Author">{row.author}</Td>
              <Td heading="Last change">
                <RelativeTime at={row.updatedAt} now={now} />
              </Td>
            </Tr>
          );
        })}
      </tbody>
    </Table>
  );
}
