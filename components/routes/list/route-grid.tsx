'use client';

import { defaultRangeExtractor, useWindowVirtualizer } from '@tanstack/react-virtual';
import { useRouter } from 'next/navigation';
import { type KeyboardEvent, type ReactNode, useEffect, useLayoutEffect, useRef, useState } from 'react';
import { cn } from '@/components/ui/cn';
import { routeHref } from '../route-href';
import { moveInLines } from './move-in-lines';
import { gridColumns, type LineProps, RouteLineCells } from './route-line';
import type { RouteLine } from './route-lines';

const lineHeight = 40;
/** What the bar and the column heads cover at the top. */
const covered = 130;

/** Layout effects don't run on the server, and say so. */
const useBrowserLayoutEffect = typeof window === 'undefined' ? useEffect : useLayoutEffect;

/**
 * The tree of routes as a grid: lines that are not in sight are not in the page. One line takes part in the tab order, the
 * arrows move it; Right and Left unfold and fold, Enter opens.
 */
export function RouteGrid({
  lines,
  menu,
  onToggle,
  ...look
}: {
  lines: RouteLine[];
  menu: (line: RouteLine, active: boolean) => ReactNode;
} & Pick<LineProps, 'words' | 'flat' | 'draftNumber' | 'quiet' | 'setOwner' | 'onToggle'>) {
  const router = useRouter();
  const list = useRef<HTMLTableSectionElement>(null);
  const [margin, setMargin] = useState(0);
  const [activeKey, setActiveKey] = useState<string | null>(null);
  const moved = useRef(false);
  const activeIndex = Math.max(
    0,
    lines.findIndex(({ key }) => key === activeKey),
  );
  const virtualizer = useWindowVirtualizer({
    count: lines.length,
    estimateSize: () => lineHeight,
    getItemKey: (index) => lines[index]?.key ?? index,
    overscan: 12,
    scrollMargin: margin,
    scrollPaddingStart: covered,
    scrollPaddingEnd: lineHeight,
    initialRect: { width: 1280, height: 900 },
    rangeExtractor: (range) => {
      const shown = defaultRangeExtractor(range);
      // The line with the focus stays, wherever one scrolls.
      return shown.includes(activeIndex) || activeIndex >= lines.length
        ? shown
        : [...shown, activeIndex].sort((a, b) => a - b);
    },
  });
  useBrowserLayoutEffect(() => {
    if (list.current) setMargin(list.current.getBoundingClientRect().top + window.scrollY);
  }, [lines]);
  useEffect(() => {
    if (!moved.current) return;
    moved.current = false;
    list.current?.querySelector<HTMLElement>(`tr[data-index="${activeIndex}"]`)?.focus({ preventScroll: true });
  });

  function go(index: number) {
    const line = lines[Math.min(Math.max(index, 0), lines.length - 1)];
    if (!line) return;
    moved.current = true;
    setActiveKey(line.key);
    virtualizer.scrollToIndex(lines.indexOf(line), { align: 'auto' });
  }

  function onKeyDown(event: KeyboardEvent<HTMLElement>) {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    if (!(event.target instanceof HTMLTableRowElement)) return;
    const pageful = Math.max(1, Math.floor((window.innerHeight - covered) / lineHeight) - 1);
    const move = moveInLines(event.key, lines, activeIndex, pageful);
    if (move === null) return;
    event.preventDefault();
    if ('to' in move) go(move.to);
    else if ('toggle' in move) onToggle(move.toggle);
    else if (move.open.method) router.push(routeHref({ path: move.open.row.path, verb: move.open.method.verb }));
  }

  return (
    <table
      // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: HTML has no element for a table that folds
      role="treegrid"
      aria-label="Routes"
      aria-rowcount={lines.length + 1}
      onKeyDown={onKeyDown}
      className="block rounded-lg border border-line bg-surface text-left"
    >
      <thead className="sticky top-(--bar-height) z-10 block max-md:sr-only">
        <tr
          aria-rowindex={1}
          className={cn(
            'grid h-9 items-center gap-x-3 rounded-t-lg border-line border-b bg-sunken px-4 text-ink-muted text-xs [&>th]:font-medium',
            gridColumns,
          )}
        >
          <th scope="col" className="md:pl-6">
            Path
          </th>
          <th scope="col">Method</th>
          <th scope="col">Back end</th>
          <th scope="col" className="max-xl:sr-only">
            Owner
          </th>
          <th scope="col" className="max-xl:sr-only">
            Status
          </th>
          <th scope="col">
            <span className="sr-only">More</span>
          </th>
        </tr>
      </thead>
      <tbody ref={list} className="relative block" style={{ height: virtualizer.getTotalSize() }}>
        {virtualizer.getVirtualItems().map(({ index, key, start }) => {
          const line = lines[index];
          if (!line) return null;
          const active = index === activeIndex;
          return (
            <tr
              key={key}
              ref={virtualizer.measureElement}
              data-index={index}
              aria-rowindex={index + 2}
              aria-level={line.depth + 1}
              aria-expanded={line.expanded ?? undefined}
              tabIndex={active ? 0 : -1}
              onFocus={() => setActiveKey(line.key)}
              style={{ transform: `translateY(${start - virtualizer.options.scrollMargin}px)` }}
              className={cn(
                'absolute inset-x-0 top-0 grid min-h-10 grid-cols-[auto_minmax(0,1fr)_2rem] items-center gap-x-3 gap-y-0.5 border-line px-4 py-1.5 hover:bg-hover focus-visible:-outline-offset-2 max-md:py-2.5',
                (line.first || look.flat) && index > 0 && 'border-t',
                gridColumns,
              )}
            >
              <RouteLineCells line={line} active={active} onToggle={onToggle} menu={menu(line, active)} {...look} />
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
