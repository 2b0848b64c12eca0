'use client';

import { useCallback, useDeferredValue, useEffect, useMemo, useRef, useState } from 'react';
import { Button } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { cn } from '@/components/ui/cn';
import { EmptyState } from '@/components/ui/empty-state';
import { Icon } from '@/components/ui/icon';
import { controlClass } from '@/components/ui/input';
import { Kbd } from '@/components/ui/kbd';
import type { Reach, RouteRow } from '@/lib/routes/model';
import { isWithin, parentOf } from '@/lib/routes/parent-of';
import type { CurrentDraft, EditActions } from '../actions';
import { DeleteRoutes, type Deletion } from './delete-routes';
import { ownerNamesId, type SetOwnerAction } from './owner-cell';
import { RouteGrid } from './route-grid';
import { isChanged, linesOf, type RouteLine, type RoutesFilter, searchable } from './route-lines';
import { type OpenMenu, RouteMenu, RouteMenuButton } from './route-menu';
import { useListState } from './use-list-state';

/** The list of routes with its search. All rows are here, so searching and folding ask nobody. */
export function RoutesView({
  rows,
  initial,
  draft,
  quiet,
  reach,
  actions,
  setOwner,
}: {
  rows: RouteRow[];
  initial: RoutesFilter;
  draft: CurrentDraft | null;
  quiet: string | null;
  reach: Reach;
  actions: EditActions | null;
  setOwner: SetOwnerAction | null;
}) {
  const { filter, change, collapsed, fold } = useListState(initial);
  const [menu, setMenu] = useState<OpenMenu | null>(null);
  const [deletion, setDeletion] = useState<Deletion | null>(null);
  const search = useRef<HTMLInputElement>(null);
  const prepared = useMemo(() => searchable(rows), [rows]);
  const wanted = useDeferredValue(filter);
  const lines = useMemo(() => linesOf(prepared, wanted, collapsed), [prepared, wanted, collapsed]);
  const words = useMemo(() => wanted.search.split(/\s+/).filter(Boolean), [wanted]);
  const totals = useMemo(() => countsOf(rows), [rows]);
  const owners = useMemo(() => [...new Set(rows.flatMap(({ owner }) => owner?.name ?? []))].sort(), [rows]);
  const flat = words.length > 0 || wanted.changedOnly;
  const found = lines.filter(({ method }) => method !== null).length;

  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const typing = event.target instanceof Element && event.target.closest('input, textarea, select, dialog');
      if (event.key !== '/' || typing || event.ctrlKey || event.metaKey || event.altKey) return;
      event.preventDefault();
      search.current?.focus();
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, []);

  const toggle = useCallback(
    (path: string) => {
      const next = new Set(collapsed);
      if (!next.delete(path)) next.add(path);
      fold(next);
    },
    [collapsed, fold],
  );
  const closeMenu = useCallback(() => setMenu(null), []);
  const parents = useMemo(() => [...new Set(rows.flatMap(({ path }) => parentOf(path) ?? []))], [rows]);
  const foldable = parents.filter((path) => path !== '/');

  return (
    <>
      <div className="mb-3 flex flex-wrap items-center gap-x-3 gap-y-2">
        <search className="relative w-full sm:w-80">
          <Icon name="search" className="pointer-events-none absolute top-2 left-2.5 size-4 text-ink-subtle" />
          <input
            ref={search}
            type="search"
            aria-label="Search routes"
            placeholder="Path, method, back end, header …"
            value={filter.search}
            maxLength={200}
            spellCheck={false}
            onChange={(event) => change({ ...filter, search: event.target.value })}
            onKeyDown={(event) => {
              if (event.key !== 'ArrowDown') return;
              event.preventDefault();
              document.querySelector<HTMLElement>('[role="treegrid"] tr[tabindex="0"]')?.focus();
            }}
            className={cn(controlClass, 'peer h-8 pr-9 pl-8')}
          />
          <span className="pointer-events-none absolute top-1.5 right-2 max-sm:hidden peer-focus:hidden peer-not-placeholder-shown:hidden">
            <Kbd>/</Kbd>
          </span>
        </search>
        <Button
          size="md"
          aria-pressed={filter.changedOnly}
          onClick={() => change({ ...filter, changedOnly: !filter.changedOnly })}
          className={cn(filter.changedOnly && 'border-accent-line! bg-accent-soft!')}
        >
          Changed only
          <span className="text-ink-subtle tabular-nums">{totals.changed}</span>
        </Button>
        <p role="status" className="text-ink-muted text-xs tabular-nums">
          {flat ? `${found} of ${totals.routes} routes` : `${totals.routes} routes on ${rows.length} paths`}
        </p>
        {flat || foldable.length === 0 ? null : (
          <div className="ml-auto flex gap-1 max-md:hidden">
            <Button size="sm" variant="ghost" onClick={() => fold(new Set(foldable))}>
              Fold all
            </Button>
            <Button size="sm" variant="ghost" onClick={() => fold(new Set())}>
              Unfold all
            </Button>
          </div>
        )}
      </div>
      {lines.length === 0 ? (
        <Card flush>
          <EmptyState
            icon="search"
            title={words.length === 0 ? 'Nothing is changed' : 'No route matches'}
            action={
              <Button size="sm" onClick={() => change({ search: '', changedOnly: false })}>
                Show all {totals.routes}
              </Button>
            }
          >
            {words.length === 0
              ? 'The stages serve what the working copy has, and the change set has no edits of routes.'
              : 'Try part of a path, a method in capitals, a host of a back end, or the name of a header.'}
          </EmptyState>
        </Card>
      ) : (
        <RouteGrid
          lines={lines}
          words={words}
          flat={flat}
          draftNumber={draft?.number ?? null}
          quiet={quiet}
          setOwner={setOwner}
          onToggle={toggle}
          menu={(line, active) => <RouteMenuButton line={line} active={active} onOpen={setMenu} />}
        />
      )}
      <datalist id={ownerNamesId}>
        {owners.map((name) => (
          <option key={name} value={name} />
        ))}
      </datalist>
      {menu ? (
        <RouteMenu
          key={menu.line.key}
          menu={menu}
          mayEdit={actions !== null}
          onClose={closeMenu}
          onDelete={(line, what) => setDeletion(deletionOf(rows, line, what))}
        />
      ) : null}
      {deletion && actions ? (
        <DeleteRoutes
          deletion={deletion}
          reach={reach}
          actions={actions}
          draft={draft}
          onClose={() => setDeletion(null)}
        />
      ) : null}
    </>
  );
}

function countsOf(rows: readonly RouteRow[]): { routes: number; changed: number } {
  const methods = rows.flatMap((row) => row.methods);
  return { routes: methods.length, changed: methods.filter(isChanged).length };
}

function deletionOf(rows: readonly RouteRow[], line: RouteLine, what: 'route' | 'path'): Deletion {
  const { path } = line.row;
  if (what === 'route' && line.method) {
    return { path, verb: line.method.verb, routes: [{ path, verb: line.method.verb }], paths: 0 };
  }
  const gone = rows.filter((row) => isWithin(row.path, path));
  const routes = gone.flatMap((row) => row.methods.map(({ verb }) => ({ path: row.path, verb })));
  return { path, verb: null, routes, paths: gone.length };
}
