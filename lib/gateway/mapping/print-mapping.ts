import { type Mapping, mappingPrefixes } from './mapping';

/** The mapping as AWS writes it; `parseMapping` reads it back. A constant with a single quote in it can't be written. */
export function printMapping(mapping: Mapping): string {
  if (mapping.kind === 'constant') return `'${mapping.value}'`;
  const rest = 'path' in mapping ? (mapping.path ?? '') : mapping.name;
  return mappingPrefixes[mapping.kind] + rest;
}
