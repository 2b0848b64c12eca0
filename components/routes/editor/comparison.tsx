import { Badge } from '@/components/ui/badge';
import { cn } from '@/components/ui/cn';
import { Icon } from '@/components/ui/icon';
import { Table, Td, Th, Thead, Tr } from '@/components/ui/table';
import type { RouteSide } from '@/lib/routes/model';
import { type ComparedAspect, compareMethods } from '../describe-method';

/** The route on every stage, in the working copy and in the draft side by side; what differs from the working copy is marked. */
export function Comparison({ sides }: { sides: RouteSide[] }) {
  const reference = sides.findIndex(({ kind }) => kind === 'working');
  const rows = compareMethods(
    sides.map(({ method }) => method),
    reference,
  );
  return (
    <details className="group mb-4 rounded-lg border border-line bg-surface">
      <summary className="relative flex flex-wrap items-center gap-x-3 gap-y-1 py-2.5 pr-4 pl-10 hover:bg-hover">
        <Icon
          name="chevron-right"
          className="absolute top-3 left-3.5 size-4 text-ink-subtle group-open:rotate-90 motion-safe:transition-transform"
        />
        <span className="font-medium text-sm">Live and working copy side by side</span>
        <span className="flex flex-wrap gap-1.5">
          {sides.map((side, index) => (
            <SideChip
              key={side.title}
              side={side}
              differences={countOf(rows, index)}
              held={sides[reference]?.method !== null}
            />
          ))}
        </span>
      </summary>
      <div className="border-line border-t">
        <Table label="The route on each side" minWidth={`${10 + sides.length * 14}rem`} stacked>
          <Thead>
            <Th className="w-36">
              <span className="sr-only">What</span>
            </Th>
            {sides.map(({ title, kind }) => (
              <Th key={title}>
                {title}
                {kind === 'stage' ? <span className="ml-1 font-normal text-ink-subtle">live</span> : null}
              </Th>
            ))}
          </Thead>
          <tbody>
            {rows.map(({ label, cells }) => (
              <Tr key={label}>
                <th
                  scope="row"
                  className="px-3 py-2 pl-4 text-left align-top font-normal text-ink-muted text-xs max-sm:block max-sm:p-0 max-sm:font-medium max-sm:text-ink"
                >
                  {label}
                </th>
                {cells.map(({ lines, differs }, index) => (
                  <Td
                    key={sides[index]?.title}
                    heading={sides[index]?.title}
                    className={cn('align-top text-xs', differs && 'bg-amber-soft')}
                  >
                    <Cell side={sides[index]} lines={lines} />
                    {differs ? <span className="sr-only">differs from the working copy</span> : null}
                  </Td>
                ))}
              </Tr>
            ))}
          </tbody>
        </Table>
      </div>
    </details>
  );
}

function Cell({ side, lines }: { side: RouteSide | undefined; lines: string[] }) {
  if (side && !side.known) return <span className="text-ink-subtle">not known</span>;
  if (side?.method === null) return <span className="text-ink-subtle">no such route</span>;
  if (lines.length === 0) return <span className="text-ink-subtle">none</span>;
  return (
    <ul>
      {lines.map((line) => (
        <li key={line} className="break-name whitespace-pre-wrap">
          {line}
        </li>
      ))}
    </ul>
  );
}

function SideChip({ side, differences, held }: { side: RouteSide; differences: number; held: boolean }) {
  if (side.kind === 'working') {
    return side.method === null ? <Badge>not in the working copy</Badge> : null;
  }
  if (!side.known) return <Badge>{side.title}: not known</Badge>;
  if (side.method === null) {
    return held ? (
      <Badge tone={side.kind === 'stage' ? 'amber' : 'red'}>
        {side.title}: {side.kind === 'stage' ? 'not there yet' : 'removed'}
      </Badge>
    ) : null;
  }
  if (!held) {
    return (
      <Badge tone={side.kind === 'stage' ? 'amber' : 'green'}>
        {side.title}: {side.kind === 'stage' ? 'still there' : 'new'}
      </Badge>
    );
  }
  if (differences === 0) return <Badge>{side.title}: the same</Badge>;
  return (
    <Badge tone={side.kind === 'stage' ? 'amber' : 'blue'}>
      {side.title}: {differences} {differences === 1 ? 'difference' : 'differences'}
    </Badge>
  );
}

function countOf(rows: readonly ComparedAspect[], index: number): number {
  return rows.filter(({ cells }) => cells[index]?.differs).length;
}
