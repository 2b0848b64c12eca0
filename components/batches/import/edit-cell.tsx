'use client';

import { useId, useState } from 'react';
import { Input } from '@/components/ui/input';
import { type BatchColumn, type CheckedLine, columnTitles } from '@/lib/batches/model';

/** One cell as a field; what was typed is checked when one leaves it, or by Enter. */
export function EditCell({
  row,
  column,
  onEdit,
}: {
  row: CheckedLine;
  column: BatchColumn;
  onEdit: (line: number, column: BatchColumn, value: string) => void;
}) {
  const id = useId();
  const given = row.input[column];
  const [typed, setTyped] = useState(given);
  const error = row.errors[column];
  const commit = () => typed !== given && onEdit(row.line, column, typed);
  return (
    <div className="min-w-0">
      <Input
        aria-label={`${columnTitles[column]}, line ${row.line}`}
        aria-invalid={error ? true : undefined}
        aria-describedby={error ? id : undefined}
        value={typed}
        title={typed}
        placeholder={column === 'slug' ? row.slug : column === 'certificate' ? 'dedicated' : undefined}
        onChange={(event) => setTyped(event.target.value)}
        onBlur={commit}
        onKeyDown={(event) => event.key === 'Enter' && commit()}
        autoComplete="off"
        spellCheck={false}
      />
      {error ? (
        <p id={id} className="break-name mt-1 text-red text-xs">
          {error}
        </p>
      ) : null}
    </div>
  );
}
