import { isForbiddenHeader } from '../mapping/header-rules';
import type { Mapping } from '../mapping/mapping';
import { parseMapping } from '../mapping/parse-mapping';
import { parseTarget } from '../mapping/parse-target';
import type { Integration } from '../model';

export interface CompiledMapping {
  name: string;
  mapping: Mapping;
  /** As AWS writes it. */
  expression: string;
}

export type UriPart =
  | { kind: 'text'; text: string }
  | { kind: 'stage-variable'; name: string }
  | { kind: 'variable'; name: string; braces: string };

/** An integration, made ready for many requests. */
export interface CompiledIntegration {
  uri: UriPart[];
  headers: CompiledMapping[];
  query: CompiledMapping[];
  /** By the name of the URI's variable. */
  path: Map<string, CompiledMapping>;
  /** A mapped header that makes every request fail. */
  forbidden: string | null;
  /** By media type, lower case. */
  templates: Map<string, { contentType: string; text: string }>;
}

const known = new WeakMap<Integration, CompiledIntegration>();

/** Parsed once: snapshots don't change. Mappings that don't parse, which AWS refuses, are left out. */
export function compileIntegration(integration: Integration): CompiledIntegration {
  const before = known.get(integration);
  if (before) return before;
  const compiled: CompiledIntegration = {
    uri: uriParts(integration.uri ?? ''),
    headers: [],
    query: [],
    path: new Map(),
    forbidden: null,
    templates: new Map(),
  };
  for (const [key, expression] of Object.entries(integration.requestParameters)) {
    const target = parseTarget(key, 'request');
    const parsed = parseMapping(expression, 'request');
    if (!target.ok || !parsed.ok) continue;
    const { place, name } = target.target;
    const entry = { name, mapping: parsed.mapping, expression };
    if (place === 'path') compiled.path.set(name, entry);
    else if (place === 'query') compiled.query.push(entry);
    else {
      compiled.headers.push(entry);
      if (isForbiddenHeader(name, integration.type)) compiled.forbidden ??= name;
    }
  }
  for (const [contentType, text] of Object.entries(integration.requestTemplates)) {
    compiled.templates.set(contentType.toLowerCase(), { contentType, text });
  }
  known.set(integration, compiled);
  return compiled;
}

/** `${stageVariables.x}` and `{name}`, as they stand in URIs, credentials and connection ids. */
export function uriParts(uri: string): UriPart[] {
  const parts: UriPart[] = [];
  let end = 0;
  for (const match of uri.matchAll(/\$\{stageVariables\.([A-Za-z0-9_]+)\}|\{([^{}]+?)\+?\}/g)) {
    if (match.index > end) parts.push({ kind: 'text', text: uri.slice(end, match.index) });
    const [braces, stage, name] = match;
    if (stage !== undefined) parts.push({ kind: 'stage-variable', name: stage });
    else parts.push({ kind: 'variable', name: name ?? '', braces });
    end = match.index + braces.length;
  }
  if (end < uri.length) parts.push({ kind: 'text', text: uri.slice(end) });
  return parts;
}
