'use client';

import { useState } from 'react';
import { Button } from '@/components/ui/button';
import type { MappingFinding } from '@/lib/gateway/mapping/mapping-finding';
import { sameValue } from '@/lib/gateway/same-value';
import { MappingRowFields } from './mapping-row';
import { keyOf, type MappingRow, parametersOf, rowProblem, rowsOf } from './mapping-rows';
import { RawMappings } from './raw-mappings';
import type { Suggestion } from './suggestions';

export type EditorSide = 'request' | 'response';

/**
 * A map of parameter mappings as lines of target and source, or as text for experts. What a line can't be saved for stands at the line.
 * `suggest` completes targets and sources.
 */
export function MappingEditor({
  label,
  side,
  parameters,
  findings,
  suggest,
  readOnly = false,
  onChange,
}: {
  /** Names the list. */
  label: string;
  side: EditorSide;
  parameters: Record<string, string>;
  findings: readonly MappingFinding[];
  suggest: {
    targets: (place: MappingRow['place']) => Suggestion[];
    sources: (kind: MappingRow['kind']) => Suggestion[];
  };
  readOnly?: boolean;
  onChange: (parameters: Record<string, string>) => void;
}) {
  const [raw, setRaw] = useState(false);
  const [rows, setRows] = useState(() => rowsOf(parameters, side));
  // What came from elsewhere (a preset, undo, another tab) replaces the lines; our own changes come back as they left.
  if (!sameValue(parametersOf(rows, side), parameters)) setRows(rowsOf(parameters, side));

  function change(next: MappingRow[]) {
    setRows(next);
    const map = parametersOf(next, side);
    if (!sameValue(map, parameters)) onChange(map);
  }

  const nextId = Math.max(-1, ...rows.map(({ id }) => id)) + 1;
  return (
    <div className="grid gap-2">
      {raw ? (
        <RawMappings label={label} side={side} parameters={parameters} readOnly={readOnly} onChange={onChange} />
      ) : rows.length === 0 ? (
        <p className="text-ink-muted text-sm">Nothing is set here.</p>
      ) : (
        <ul aria-label={label} className="grid gap-2">
          {rows.map((row, index) => (
            <MappingRowFields
              key={row.id}
              row={row}
              number={index + 1}
              side={side}
              suggest={suggest}
              readOnly={readOnly}
              problem={rowProblem(row, rows, side)}
              findings={findings.filter(({ key }) => key === keyOf(row, side))}
              onChange={(changed) => change(rows.map((other) => (other.id === row.id ? changed : other)))}
              onRemove={() => change(rows.filter((other) => other.id !== row.id))}
            />
          ))}
        </ul>
      )}
      <div className="flex flex-wrap gap-2">
        {readOnly || raw ? null : (
          <Button
            size="sm"
            icon="plus"
            onClick={() =>
              change([
                ...rows,
                {
                  id: nextId,
                  place: 'header',
                  name: '',
                  kind: side === 'request' ? 'header' : 'constant',
                  text: '',
                },
              ])
            }
          >
            Add mapping
          </Button>
        )}
        <Button size="sm" variant="ghost" aria-pressed={raw} onClick={() => setRaw(!raw)}>
          {raw ? 'Edit line by line' : 'Edit as text'}
        </Button>
      </div>
    </div>
  );
}
