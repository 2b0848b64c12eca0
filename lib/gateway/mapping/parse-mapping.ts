import { contextField, suggestContextField } from './context-fields';
import { jsonPathProblem } from './json-path-syntax';
import {
  kindsOfSide,
  type Mapping,
  type MappingKind,
  type MappingProblem,
  type MappingSide,
  mappingPrefixes,
  type NamedMapping,
  type ParsedMapping,
} from './mapping';
import { misspelt } from './misspelt-mapping';
import { printMapping } from './print-mapping';

const bodyKinds = ['body', 'response-body'] as const;

/**
 * Reads the right side of a parameter mapping: `method.request.header.X-Tenant`, `context.domainName`, `'constant'`.
 * Problems say where, and what to write instead. Whitespace around is a problem, too: AWS refuses it. Never throws.
 * Source: AWS, "Parameter mapping source for REST APIs" (facts 04, 4.5 and 4.6).
 */
export function parseMapping(text: string, side: MappingSide): ParsedMapping {
  const found = text.startsWith("'") ? parseConstant(text) : (parseSource(text, side) ?? misspelt(text, side));
  return 'kind' in found ? { ok: true, mapping: found } : { ok: false, problems: [found] };
}

function parseConstant(text: string): Mapping | MappingProblem {
  const closing = text.indexOf("'", 1);
  if (closing === -1) {
    return {
      at: text.length - 1,
      length: 1,
      sentence: "The closing quote is missing: constants stand in single quotes: 'v1'.",
    };
  }
  if (closing === text.length - 1) return { kind: 'constant', value: text.slice(1, -1) };
  const rest = text.slice(closing + 1);
  if (rest.trim() === '') return { at: closing + 1, length: rest.length, sentence: 'Leave out the space at the end.' };
  const isInside = text.endsWith("'");
  return {
    at: isInside ? closing : closing + 1,
    length: isInside ? 1 : rest.length,
    sentence: isInside
      ? "A constant can't have a single quote in it: API Gateway knows no way to write one."
      : 'Nothing may stand after the closing quote: a mapping is one value, and values can be joined in templates only.',
  };
}

/** Null when it begins like nothing that this side may read. */
function parseSource(text: string, side: MappingSide): Mapping | MappingProblem | null {
  const kind = kindsOfSide[side].find((each) => each !== 'constant' && beginsAs(text, each));
  if (kind === undefined || kind === 'constant') return null;
  const from = mappingPrefixes[kind].length;
  if (kind === 'body' || kind === 'response-body') {
    const path = text.slice(from);
    return jsonPathProblem(text, from) ?? { kind, path: path === '' ? null : path };
  }
  const mapping: NamedMapping = { kind, name: text.slice(from) };
  return nameProblem(mapping, from) ?? mapping;
}

function beginsAs(text: string, kind: Exclude<MappingKind, 'constant'>): boolean {
  const prefix = mappingPrefixes[kind];
  if (!text.startsWith(prefix)) return false;
  const isBody = bodyKinds.some((each) => each === kind);
  return !isBody || text.length === prefix.length || /[.[]/.test(text[prefix.length] ?? '');
}

function nameProblem(mapping: NamedMapping, from: number): MappingProblem | null {
  const { kind, name } = mapping;
  const whole = { at: from, length: name.length };
  if (name === '') {
    return {
      at: 0,
      length: from,
      sentence: `A name is missing: ${printMapping({ ...mapping, name: examples[kind] })}.`,
    };
  }
  if (/\s$/.test(name)) {
    const end = name.trimEnd().length;
    return { at: from + end, length: name.length - end, sentence: 'Leave out the space at the end.' };
  }
  const allowed = kind === 'stage-variable' ? /[A-Za-z0-9_]/ : /[A-Za-z0-9._$:-]/;
  const isContext = kind === 'context';
  const wrong = [...name].findIndex((letter) => !allowed.test(letter) || (letter === ':' && !isContext));
  if (wrong !== -1) {
    const at = from + [...name].slice(0, wrong).join('').length;
    const letter = [...name][wrong] ?? '';
    const what = kind === 'stage-variable' ? 'letters, digits and _' : 'letters, digits and . _ $ -';
    return { at, length: letter.length, sentence: `${JSON.stringify(letter)} can't be in a name: only ${what} can.` };
  }
  return isContext ? contextProblem(name, whole) : null;
}

const examples: Record<NamedMapping['kind'], string> = {
  'stage-variable': 'backEnd',
  context: 'domainName',
  path: 'id',
  query: 'page',
  header: 'X-Tenant',
  'multi-query': 'tag',
  'multi-header': 'Accept',
  'response-header': 'Location',
  'response-multi-header': 'Set-Cookie',
};

function contextProblem(name: string, whole: { at: number; length: number }): MappingProblem | null {
  const field = contextField(name);
  if (field?.where === 'log') {
    return {
      ...whole,
      sentence: `context.${name} is known in access logs only: there is no value yet when mappings run.`,
    };
  }
  if (field) return null;
  const meant = suggestContextField(name);
  return {
    ...whole,
    sentence: `API Gateway has no context.${name}. ${meant ? `Did you mean context.${meant}?` : 'context.domainName and context.requestId are two that it has.'}`,
  };
}
