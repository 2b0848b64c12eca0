import Link from 'next/link';
import { StatusBadge } from '@/components/ui/badge';
import { RelativeTime } from '@/components/ui/relative-time';
import { rowLinkClass, Table, Td, Th, Thead, Tr } from '@/components/ui/table';
import type { ChangeSetState } from '@/lib/changes/model';
import { stateLooks } from './state-look';

export interface ChangeSetRow {
  number: number;
  name: string;
  author: string;
  state: ChangeSetState;
  edits: number;
  updatedAt: string;
  deployStage: string | null;
  /** It is the one that the reader's edits go to. */
  current: boolean;
}

/** Change sets, newest first. */
export function ChangeSetsTable({ rows, now }: { rows: ChangeSetRow[]; now: number }) {
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
              </Td>
              <Td heading="Edits" numeric className="max-sm:text-left">
                {row.edits}
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
