import { type CompiledIntegration, uriParts } from './compile-integration';
import type { ResolveCall } from './model';
import { encodePercent, encodeStray } from './query';
import { readMapping, stageVariable } from './read-mapping';

/**
 * The integration's URI with `{name}` and `${stageVariables.name}` filled in. A `{name}` to which nothing is mapped stays as
 * it is; a missing stage variable leaves nothing. `overrides` are what a template set.
 */
export function fillUri(call: ResolveCall, compiled: CompiledIntegration, overrides: Record<string, string>): string {
  let uri = '';
  for (const part of compiled.uri) {
    if (part.kind === 'text') uri += part.text;
    else if (part.kind === 'stage-variable') uri += stageVariable(call, part.name);
    else uri += pathValue(call, compiled, part, overrides);
  }
  return uri;
}

/** A path variable of the request is handed on as the client wrote it; anything else is encoded, slashes excepted. */
function pathValue(
  call: ResolveCall,
  compiled: CompiledIntegration,
  { name, braces }: { name: string; braces: string },
  overrides: Record<string, string>,
): string {
  if (Object.hasOwn(overrides, name)) return encodeSegments(overrides[name] ?? '');
  const mapping = compiled.path.get(name)?.mapping;
  if (!mapping) return braces;
  if (mapping.kind === 'path') return encodeStray(call.route.pathParameters[mapping.name] ?? '');
  return encodeSegments(readMapping(call, mapping).at(-1) ?? '');
}

function encodeSegments(value: string): string {
  return value.split('/').map(encodePercent).join('/');
}

/** A setting with stage variables in it, such as credentials; null stays null. */
export function fillStageVariables(call: ResolveCall, text: string | null): string | null {
  if (text === null || !text.includes('$')) return text;
  return uriParts(text)
    .map((part) => {
      if (part.kind === 'text') return part.text;
      return part.kind === 'stage-variable' ? stageVariable(call, part.name) : part.braces;
    })
    .join('');
}

/** An absolute address taken apart, null for one that nobody can call. */
export function splitAddress(uri: string): { origin: string; path: string; query: string } | null {
  const [, origin, path = '', query = ''] = /^(https?:\/\/[^/?#]+)([^?#]*)(?:\?([^#]*))?/i.exec(uri) ?? [];
  if (origin === undefined || /[{}]/.test(path) || !isOrigin(origin)) return null;
  return { origin, path: path === '' ? '/' : path, query };
}

const origins = new Map<string, boolean>();

/** Remembered, because a gateway has few back ends and many requests. */
function isOrigin(origin: string): boolean {
  const before = origins.get(origin);
  if (before !== undefined) return before;
  const is = URL.canParse(origin) && !/[{}@\s]/.test(origin);
  if (origins.size > 10_000) origins.clear();
  origins.set(origin, is);
  return is;
}
