import { Table, Td, Th, Thead, Tr } from '@/components/ui/table';
import type { Change } from './describe-changes';

/** Before and after, one row for each value that differs. */
export function ChangesTable({ changes, label }: { changes: Change[]; label: string }) {
  return (
    <div className="overflow-hidden rounded-lg border border-line">
      <Table label={label} minWidth="32rem" stacked>
        <Thead>
          <Th className="w-1/4">What</Th>
          <Th>Before</Th>
          <Th>After</Th>
        </Thead>
        <tbody>
          {changes.map(({ path, before, after }) => (
            <Tr key={path}>
              <Td className="break-name align-top font-mono text-xs">{path || 'value'}</Td>
              <Td heading="Before" className="break-name align-top text-xs">
                {before === null ? <Absent /> : <del className="text-red no-underline">{before}</del>}
              </Td>
              <Td heading="After" className="break-name align-top text-xs">
                {after === null ? <Absent /> : <ins className="text-green no-underline">{after}</ins>}
              </Td>
            </Tr>
          ))}
        </tbody>
      </Table>
    </div>
  );
}

function Absent() {
  return <span className="text-ink-muted">not there</span>;
}
