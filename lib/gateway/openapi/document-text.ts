import { parse, stringify, YAMLParseError } from 'yaml';
import { isJson, type Json } from './json';
import type { Problem } from './read/reading';

export const documentFormats = ['json', 'yaml'] as const;
export type DocumentFormat = (typeof documentFormats)[number];

export function printDocument(document: Json, format: DocumentFormat): string {
  if (format === 'json') return `${JSON.stringify(document, null, 2)}\n`;
  return stringify(document, { lineWidth: 0, aliasDuplicateObjects: false });
}

/** A document from its text, JSON or YAML, or from an object: plain JSON, without loops. Never throws. */
export function parseDocument(source: unknown): { document: Json } | { problems: Problem[] } {
  const parsed = typeof source === 'string' ? parseText(source) : { value: source };
  if ('problems' in parsed) return parsed;
  const document = plainJson(parsed.value);
  if (!isJson(document)) return refused('This is no OpenAPI document: a JSON or YAML object is expected.');
  const version = document.swagger ?? document.openapi;
  if (version === undefined) return refused('This is no OpenAPI document: neither "openapi" nor "swagger" is in it.');
  if (
    Object.hasOwn(document, 'swagger') ? !/^2(\.0)?$/.test(String(version)) : !/^3(\.0(\.\d+)?)?$/.test(String(version))
  )
    return refused(`API Gateway reads OpenAPI 3.0 and Swagger 2.0, not ${JSON.stringify(version)}.`);
  return { document };
}

function parseText(text: string): { value: unknown } | { problems: Problem[] } {
  if (text.trim() === '') return refused('The document is empty.');
  try {
    return { value: text.trimStart().startsWith('{') ? parseJsonOrYaml(text) : parseYaml(text) };
  } catch (error) {
    if (!(error instanceof YAMLParseError)) return refused('This is neither JSON nor YAML.');
    const [at] = error.linePos ?? [];
    const path = at ? `line ${at.line}, column ${at.col}` : '';
    return { problems: [{ path, sentence: 'Neither JSON nor YAML from here on.' }] };
  }
}

function parseJsonOrYaml(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return parseYaml(text);
  }
}

const parseYaml = (text: string): unknown => parse(text, { logLevel: 'error', strict: true, uniqueKeys: true });

const deepest = 200;

/** Undefined for what JSON can't say, such as loops, and for nesting that no gateway has. */
function plainJson(value: unknown): unknown {
  try {
    const plain: unknown = JSON.parse(JSON.stringify(value));
    return isDeep(plain, deepest) ? undefined : plain;
  } catch {
    return undefined;
  }
}

function isDeep(value: unknown, left: number): boolean {
  if (typeof value !== 'object' || value === null) return false;
  return left === 0 || Object.values(value).some((inner) => isDeep(inner, left - 1));
}

const refused = (sentence: string) => ({ problems: [{ path: '', sentence }] });
