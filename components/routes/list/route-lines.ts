import type { MethodRow, RouteRow } from '@/lib/routes/model';
import { parentOf } from '@/lib/routes/parent-of';

/** One line of the list: a route, or a path that has none. */
export interface RouteLine {
  /** `/orders GET`, or the path alone. */
  key: string;
  row: RouteRow;
  method: MethodRow | null;
  /** Below the root, from 0; 0 for all in a list of matches. */
  depth: number;
  /** The first line of its path: it bears the path's name, owner and expander. */
  first: boolean;
  /** Null: there is nothing below. */
  expanded: boolean | null;
  /** Routes below that are folded away. */
  folded: number;
}

export interface RoutesFilter {
  search: string;
  changedOnly: boolean;
}

/** Whether the route is anything but the same everywhere. */
export function isChanged({ draft, conflict, stages }: MethodRow): boolean {
  return draft !== null || conflict || Object.keys(stages).length > 0;
}

/** A route with all that a search can find in it. Made once for a list. */
export interface SearchableRow {
  row: RouteRow;
  methods: { method: MethodRow; text: string }[];
  text: string;
}

/** Prepares the list for {@link linesOf}. */
export function searchable(rows: readonly RouteRow[]): SearchableRow[] {
  return rows.map((row) => {
    const text = `${row.path} ${row.owner?.name ?? ''}`.toLowerCase();
    return {
      row,
      text,
      methods: row.methods.map((method) => ({
        method,
        text: `${text} ${method.verb.toLowerCase()} ${method.target.toLowerCase()} ${method.kind ?? ''} ${method.terms}`,
      })),
    };
  });
}

/**
 * The lines to show. Without a filter the tree without what lies below the `collapsed` paths; with one the routes that
 * match, in the same order. Every word of the search has to be found; a verb in capitals is the verb and nothing else.
 */
export function linesOf(
  rows: readonly SearchableRow[],
  filter: RoutesFilter,
  collapsed: ReadonlySet<string>,
): RouteLine[] {
  const words = filter.search.split(/\s+/).filter(Boolean);
  return words.length > 0 || filter.changedOnly ? matches(rows, words, filter.changedOnly) : tree(rows, collapsed);
}

function matches(rows: readonly SearchableRow[], words: string[], changedOnly: boolean): RouteLine[] {
  return rows.flatMap(({ row, methods, text }) => {
    const found = methods
      .filter(({ method, text }) => (!changedOnly || isChanged(method)) && contains(words, text, method.verb))
      .map(({ method }) => method);
    const alone = row.methods.length === 0 && (!changedOnly || row.draft !== null) && contains(words, text, null);
    return found.length > 0 || alone ? linesOfRow(row, found, { depth: 0, expanded: null, folded: 0 }) : [];
  });
}

function contains(words: string[], text: string, verb: string | null): boolean {
  return words.every((word) => (verbWord.test(word) ? word === verb : text.includes(word.toLowerCase())));
}

const verbWord = /^(GET|POST|PUT|PATCH|DELETE|HEAD|OPTIONS|ANY)$/;

function tree(rows: readonly SearchableRow[], collapsed: ReadonlySet<string>): RouteLine[] {
  const lines: RouteLine[] = [];
  const parents = new Set(rows.flatMap(({ row }) => parentOf(row.path) ?? []));
  let fold: { path: string; line: RouteLine } | null = null;
  for (const { row } of rows) {
    if (fold !== null && row.path.startsWith(`${fold.path}/`)) {
      fold.line.folded += row.methods.length;
      continue;
    }
    fold = null;
    // The root isn't a parent that one would fold: everything is below it.
    const expanded = row.path !== '/' && parents.has(row.path) ? !collapsed.has(row.path) : null;
    const own = linesOfRow(row, row.methods, { depth: depthOf(row.path), expanded, folded: 0 });
    lines.push(...own);
    if (expanded === false && own[0]) fold = { path: row.path, line: own[0] };
  }
  return lines;
}

function linesOfRow(
  row: RouteRow,
  methods: MethodRow[],
  place: Pick<RouteLine, 'depth' | 'expanded' | 'folded'>,
): RouteLine[] {
  if (methods.length === 0) return [{ key: row.path, row, method: null, first: true, ...place }];
  return methods.map((method, index) => ({
    key: `${row.path} ${method.verb}`,
    row,
    method,
    ...place,
    first: index === 0,
    expanded: index === 0 ? place.expanded : null,
  }));
}

/** `/` and `/orders` are 0, `/orders/{id}` is 1. */
function depthOf(path: string): number {
  return path.split('/').length - 2;
}
