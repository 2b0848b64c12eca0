import { parse } from 'yaml';
import { badRequest } from '../refusals';
import { type Flavour, flavourOf } from './flavour';
import { asRecord, type Json } from './json';

/** The document in a request's body, JSON or YAML; refuses what is none. */
export function readDocument(body: Uint8Array | undefined): { document: Json; flavour: Flavour } {
  const document = parseDocument(Buffer.from(body ?? '').toString('utf8'));
  const flavour = document && flavourOf(document);
  if (!document || !flavour || Object.keys(asRecord(document.paths)).length === 0 || !document.info)
    throw badRequest('Invalid OpenAPI input.');
  return { document, flavour };
}

/** `undefined` for what is neither JSON nor YAML. */
export function parseDocument(text: string): Json | undefined {
  try {
    if (text.trimStart().startsWith('{')) return asRecord(JSON.parse(text));
    // Through JSON: aliases of YAML can make cycles, which throw here.
    return asRecord(JSON.parse(JSON.stringify(parse(text, { maxAliasCount: 100 }))));
  } catch {
    return undefined;
  }
}
