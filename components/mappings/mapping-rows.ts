import type { Mapping, MappingKind, MappingSide } from '@/lib/gateway/mapping/mapping';
import { parseMapping } from '@/lib/gateway/mapping/parse-mapping';
import { type MappingTarget, parseTarget, printTarget } from '@/lib/gateway/mapping/parse-target';
import { printMapping } from '@/lib/gateway/mapping/print-mapping';

/** One mapping as the editor shows it. `written`: an expression as AWS writes it, for what the choices can't say. */
export interface MappingRow {
  id: number;
  place: MappingTarget['place'];
  name: string;
  kind: MappingKind | 'written';
  /** The constant, the name of the source, the JSONPath of a body, or the expression. */
  text: string;
}

/** Rows of a map of mappings, in its order. Pure. */
export function rowsOf(parameters: Record<string, string>, side: MappingSide): MappingRow[] {
  return Object.entries(parameters).map(([key, value], id) => {
    const target = parseTarget(key, side);
    const source = parseMapping(value, side);
    const { place, name } = target.ok ? target.target : { place: 'header' as const, name: key };
    return { id, place, name, ...(source.ok ? sourceOf(source.mapping) : { kind: 'written', text: value }) };
  });
}

function sourceOf(mapping: Mapping): Pick<MappingRow, 'kind' | 'text'> {
  switch (mapping.kind) {
    case 'constant':
      return { kind: mapping.kind, text: mapping.value };
    case 'body':
    case 'response-body':
      return { kind: mapping.kind, text: mapping.path ?? '' };
    default:
      return { kind: mapping.kind, text: mapping.name };
  }
}

/** The expression that a row stands for, as AWS writes it; quotes are added, wrong text stays wrong for the checks to say. Pure. */
export function expressionOf({ kind, text }: Pick<MappingRow, 'kind' | 'text'>): string {
  switch (kind) {
    case 'written':
      return text;
    case 'constant':
      return printMapping({ kind, value: text });
    case 'body':
    case 'response-body':
      return printMapping({ kind, path: bodyPath(text) });
    default:
      return printMapping({ kind, name: text });
  }
}

/** `customer.id` and `$.customer.id` are what people write; AWS wants `.customer.id`. */
function bodyPath(text: string): string | null {
  const path = text.replace(/^\$/, '');
  if (path === '') return null;
  return /^[.[]/.test(path) ? path : `.${path}`;
}

/** The map that rows stand for. Rows without a name, and later ones with a name that was set already, are left out. Pure. */
export function parametersOf(rows: readonly MappingRow[], side: MappingSide): Record<string, string> {
  const parameters: Record<string, string> = {};
  for (const row of rows) {
    const key = keyOf(row, side);
    if (row.name !== '' && !Object.hasOwn(parameters, key)) parameters[key] = expressionOf(row);
  }
  return parameters;
}

/** The left side of a row's mapping as AWS writes it. */
export function keyOf({ place, name }: Pick<MappingRow, 'place' | 'name'>, side: MappingSide): string {
  return printTarget({ place, name }, side);
}

/** Why a row is not part of what gets saved; null when it is. Pure. */
export function rowProblem(row: MappingRow, rows: readonly MappingRow[], side: MappingSide): string | null {
  if (row.name === '') return 'Enter a name, or remove the line: without one it is not saved.';
  const index = rows.indexOf(row);
  const first = rows.findIndex((other) => other.name !== '' && keyOf(other, side) === keyOf(row, side));
  return first < index ? `Line ${first + 1} sets this already; this one is not saved.` : null;
}
