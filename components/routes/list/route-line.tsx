'use client';

import Link from 'next/link';
import type { ReactNode } from 'react';
import { cn } from '@/components/ui/cn';
import { Icon } from '@/components/ui/icon';
import type { IntegrationKind } from '@/lib/integrations/kinds';
import { kindLooks } from '../kind-looks';
import { routeHref } from '../route-href';
import { VerbLabel } from '../verb-label';
import { Marked } from './marked';
import { OwnerCell, type SetOwnerAction } from './owner-cell';
import type { RouteLine } from './route-lines';
import { StandingBadges } from './standing';

/** Kinds whose target alone doesn't say what it is. */
const worded: ReadonlySet<IntegrationKind> = new Set(['lambda', 'step-functions', 's3', 'mock', 'aws-other']);

/** Columns from 1280 px on; between 768 and 1280 px owner and status stand below, on phones everything does. */
export const gridColumns =
  'md:grid-cols-[minmax(0,1.2fr)_4.5rem_minmax(0,1.3fr)_2rem] xl:grid-cols-[minmax(0,1.3fr)_4.5rem_minmax(0,1.5fr)_8rem_minmax(9.5rem,1fr)_2rem]';

export interface LineProps {
  line: RouteLine;
  /** Words of the search, to mark. */
  words: readonly string[];
  /** Whole paths instead of the last part: in a list of matches. */
  flat: boolean;
  active: boolean;
  draftNumber: number | null;
  quiet: string | null;
  setOwner: SetOwnerAction | null;
  onToggle: (path: string) => void;
  menu: ReactNode;
}

/** The cells of one line. */
export function RouteLineCells({ line, words, flat, active, draftNumber, quiet, setOwner, onToggle, menu }: LineProps) {
  const { row, method, first } = line;
  const gone = method ? method.draft === 'removed' : row.draft === 'removed';
  return (
    <>
      <td className="flex min-w-0 items-center gap-1 max-md:col-start-2 max-md:row-start-1">
        <span aria-hidden="true" className="hidden shrink-0 md:block" style={{ width: flat ? 0 : line.depth * 18 }} />
        {flat ? null : line.expanded === null ? (
          <span aria-hidden="true" className="hidden w-5 shrink-0 md:block" />
        ) : (
          <button
            type="button"
            tabIndex={-1}
            aria-label={line.expanded ? `Fold ${row.path}` : `Unfold ${row.path}`}
            onClick={() => onToggle(row.path)}
            className="relative z-1 hidden size-5 shrink-0 items-center justify-center rounded text-ink-subtle hover:bg-sunken hover:text-ink md:inline-flex"
          >
            <Icon name={line.expanded ? 'chevron-down' : 'chevron-right'} className="size-3.5" />
          </button>
        )}
        <PathOf line={line} words={words} flat={flat} active={active} gone={gone} />
        {line.folded > 0 ? (
          <span className="shrink-0 whitespace-nowrap text-ink-subtle text-xs max-md:hidden">+ {line.folded}</span>
        ) : null}
        {first && method === null && row.draft === null ? <span className="sr-only">no methods</span> : null}
      </td>
      <td className="flex items-center max-md:col-start-1 max-md:row-start-1">
        {method ? <VerbLabel verb={method.verb} struck={gone} /> : null}
      </td>
      <td className="flex min-w-0 items-center gap-2 text-xs max-md:col-span-full">
        {method === null ? null : method.kind === null ? (
          <span className="text-amber">No back end yet</span>
        ) : (
          <>
            <Icon
              name={kindLooks[method.kind].icon}
              label={worded.has(method.kind) ? undefined : kindLooks[method.kind].word}
              className="size-3.5 text-ink-subtle"
            />
            <span className="truncate" title={`${kindLooks[method.kind].word}: ${method.target}`}>
              {worded.has(method.kind) ? <span className="text-ink-subtle">{kindLooks[method.kind].word} </span> : null}
              <Marked text={method.target} words={words} />
            </span>
          </>
        )}
      </td>
      <td
        className={cn(
          'flex min-w-0 items-center md:max-xl:col-start-1',
          // Beside the path below 1280 px only where it says something; the editor has the field, too.
          (!first || row.owner?.from !== row.path) && 'max-xl:hidden',
          'max-md:col-span-full',
        )}
      >
        {first ? (
          <OwnerCell path={row.path} owner={row.owner} action={setOwner} tabIndex={active ? 0 : -1} quiet />
        ) : null}
      </td>
      <td className="flex min-w-0 items-center md:max-xl:col-span-2 md:max-xl:col-start-3 max-md:col-span-full">
        <StandingBadges line={line} draftNumber={draftNumber} quiet={quiet} />
      </td>
      <td className="flex justify-end max-md:col-start-3 max-md:row-start-1 md:max-xl:col-start-4 md:max-xl:row-start-1">
        {menu}
      </td>
    </>
  );
}

function PathOf({
  line,
  words,
  flat,
  active,
  gone,
}: Pick<LineProps, 'line' | 'words' | 'flat' | 'active'> & { gone: boolean }) {
  const { row, method, first } = line;
  const end = row.path.lastIndexOf('/');
  const above = row.path.slice(0, end);
  const last = row.path.slice(end);
  const text = (
    <>
      {/* In the tree the line above says it; screen readers and phones read whole paths. */}
      <span className={cn('text-ink-subtle', !flat && 'md:sr-only')}>
        <Marked text={above} words={words} />
      </span>
      <span className={cn(!flat && !first && 'md:sr-only')}>
        <Marked text={last} words={words} />
      </span>
    </>
  );
  const className = cn('min-w-0 truncate font-mono text-[0.8125rem]', gone && 'text-ink-muted line-through');
  return method ? (
    <Link
      href={routeHref({ path: row.path, verb: method.verb })}
      prefetch={false}
      tabIndex={active ? 0 : -1}
      title={row.path}
      className={cn(className, 'after:absolute after:inset-0 hover:underline focus-visible:after:outline-2')}
    >
      {text}
      <span className="sr-only"> {method.verb}</span>
    </Link>
  ) : (
    <span className={cn(className, 'text-ink-muted')} title={row.path}>
      {text}
    </span>
  );
}
