import { isOfConnection } from '../mapping/header-rules';
import type { TemplateOverrides } from '../templates/model';
import type { CompiledIntegration } from './compile-integration';
import type { ResolveCall, SentHeader } from './model';
import { readMapping } from './read-mapping';

/** The headers that mappings and templates set. */
export function mappedHeaders(
  call: ResolveCall,
  compiled: CompiledIntegration,
  overrides: TemplateOverrides | null,
): SentHeader[] {
  const headers: SentHeader[] = [];
  const own = overrides ? Object.entries(overrides.request.header) : [];
  const overridden = new Set(own.map(([name]) => name.toLowerCase()));
  for (const { name, mapping, expression } of compiled.headers) {
    if (isOfConnection(name) || overridden.has(name.toLowerCase())) continue;
    for (const value of readMapping(call, mapping)) headers.push({ name, value, origin: 'mapped', expression });
  }
  for (const [name, value] of own) headers.push({ name, value, origin: 'template' });
  return headers;
}

/** The query parameters that mappings and templates set. */
export function mappedQuery(
  call: ResolveCall,
  compiled: CompiledIntegration,
  overrides: TemplateOverrides | null,
): [string, string][] {
  const own = overrides?.request.querystring ?? {};
  const query: [string, string][] = [];
  for (const { name, mapping } of compiled.query) {
    if (Object.hasOwn(own, name)) continue;
    for (const value of readMapping(call, mapping)) query.push([name, value]);
  }
  return [...query, ...Object.entries(own)];
}

/** The gateway's headers with those that are mapped in their places, which come last. */
export function replaceHeaders(headers: SentHeader[], mapped: SentHeader[]): SentHeader[] {
  if (mapped.length === 0) return headers;
  const replaced = new Set(mapped.map(({ name }) => name.toLowerCase()));
  return [...headers.filter(({ name }) => !replaced.has(name.toLowerCase())), ...mapped];
}
