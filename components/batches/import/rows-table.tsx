import { Badge } from '@/components/ui/badge';
import { Button } from '@/components/ui/button';
import { cn } from '@/components/ui/cn';
import { Table, Td, Th, Thead, Tr } from '@/components/ui/table';
import { type BatchColumn, batchColumns, type CheckedLine, columnTitles, isGood } from '@/lib/batches/model';
import { EditCell } from './edit-cell';

/** Shares of the width by what is written there; a closed row on a phone tells only whose it is and which name. */
const looks: Record<BatchColumn, { width: string; always?: true }> = {
  name: { width: 'w-[15%]', always: true },
  slug: { width: 'w-[10%]' },
  contactEmail: { width: 'w-[15%]' },
  hostname: { width: 'w-[20%]', always: true },
  certificate: { width: 'w-[14%]' },
  basePath: { width: 'w-[12%]' },
  stage: { width: 'w-[8%]' },
  confirm: { width: 'w-[14%]' },
};

/** The rows of a file with their errors at the cells. Rows that are or were bad, and such as one opens, can be edited. */
export function RowsTable({
  rows,
  open,
  onEdit,
  onOpen,
}: {
  rows: CheckedLine[];
  open: ReadonlySet<number>;
  onEdit: (line: number, column: BatchColumn, value: string) => void;
  onOpen: (line: number) => void;
}) {
  const confirms = rows.some(({ input, errors }) => input.confirm !== '' || errors.confirm !== undefined);
  const columns = batchColumns.filter((column) => column !== 'confirm' || confirms);
  return (
    <Table label="Rows of the file" minWidth="72rem" stacked>
      <Thead>
        <Th>Line</Th>
        {columns.map((column) => (
          <Th key={column} className={looks[column].width}>
            {columnTitles[column]}
          </Th>
        ))}
        <Th>
          <span className="sr-only">State</span>
        </Th>
      </Thead>
      <tbody>
        {rows.map((row) => (
          <Tr key={row.line} className="align-top">
            <Td className="align-top text-ink-muted tabular-nums sm:pt-3.5">
              <span className="sm:hidden">Line </span>
              {row.line}
            </Td>
            {columns.map((column) => (
              <Td
                key={column}
                heading={columnTitles[column]}
                className={cn('align-top', !open.has(row.line) && !looks[column].always && 'max-sm:hidden')}
              >
                {open.has(row.line) ? (
                  <EditCell row={row} column={column} onEdit={onEdit} />
                ) : (
                  <span className="break-name block sm:py-1.5">
                    {row.input[column] || <Default of={row} column={column} />}
                  </span>
                )}
              </Td>
            ))}
            <Td className="align-top max-sm:mt-2">
              {open.has(row.line) ? (
                <Badge tone={isGood(row) ? 'green' : 'red'} className="sm:mt-1.5">
                  {isGood(row) ? 'good' : 'bad'}
                </Badge>
              ) : (
                <Button
                  size="sm"
                  variant="ghost"
                  icon="pencil"
                  iconOnly
                  aria-label={`Edit line ${row.line}`}
                  onClick={() => onOpen(row.line)}
                />
              )}
            </Td>
          </Tr>
        ))}
      </tbody>
    </Table>
  );
}

/** What an empty cell stands for. */
function Default({ of, column }: { of: CheckedLine; column: BatchColumn }) {
  const words: Partial<Record<BatchColumn, string>> = { slug: of.slug, certificate: 'dedicated', basePath: '/' };
  return <span className="text-ink-subtle">{words[column] ?? '–'}</span>;
}
