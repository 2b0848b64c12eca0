import { isJson, type Json } from '../json';
import { extension } from '../words';

export interface Problem {
  /** Where in the document: `paths./orders.get.security`; `''` is the document as a whole, `line 3, column 1` what can't be parsed. */
  path: string;
  sentence: string;
}

/** A part of the document and where it is. */
export interface Node {
  value: unknown;
  path: readonly string[];
}

/** One document being read: it never throws; what it can't take it says. */
export interface Reading {
  root: Node;
  isSwagger: boolean;
  /** Gatehouse wrote it: what isn't there is as usual, not unsaid. */
  isOurs: boolean;
  problems: Problem[];
  warnings: string[];
}

export function startReading(document: Json): Reading {
  return {
    root: { value: document, path: [] },
    isSwagger: Object.hasOwn(document, 'swagger'),
    isOurs: isJson(document[extension.gatehouse]),
    problems: [],
    warnings: [],
  };
}

const placeOf = ({ path }: Node): string => path.join('.');

/** Of problems and of warnings; nobody reads more. */
const most = 500;

export function problem(reading: Reading, node: Node, sentence: string): void {
  if (reading.problems.length >= most) return;
  const path = placeOf(node);
  const isSaid = reading.problems.some((other) => other.path === path && other.sentence === sentence);
  if (!isSaid) reading.problems.push({ path, sentence });
}

/** Says once what is left out, and where it was first. */
export function warn(reading: Reading, node: Node, sentence: string): void {
  if (reading.warnings.length >= most) return;
  if (!reading.warnings.some((warning) => warning.endsWith(sentence)))
    reading.warnings.push(`${placeOf(node) || 'The document'}: ${sentence}`);
}

/** The entry of an object; a node without value when there is none. */
export function get(node: Node, ...keys: string[]): Node {
  return keys.reduce<Node>(
    ({ value, path }, key) => ({
      value: isJson(value) && Object.hasOwn(value, key) ? value[key] : undefined,
      path: [...path, key],
    }),
    node,
  );
}

export const isThere = ({ value }: Node): boolean => value !== undefined && value !== null;

/** The entries of an object; anything else is a problem and has none. */
export function entriesOf(reading: Reading, node: Node): [string, Node][] {
  if (!isThere(node)) return [];
  if (isJson(node.value))
    return Object.entries(node.value).map(([key, value]) => [key, { value, path: [...node.path, key] }]);
  problem(reading, node, 'Names and values are expected here.');
  return [];
}

export function itemsOf(reading: Reading, node: Node): Node[] {
  if (!isThere(node)) return [];
  if (Array.isArray(node.value))
    return node.value.map((value, index) => ({ value, path: [...node.path, String(index)] }));
  problem(reading, node, 'A list is expected here.');
  return [];
}

/** A text, or a number or boolean as text, which is what YAML makes of `version: 1.0`. */
export function textOf(reading: Reading, node: Node): string | null {
  if (!isThere(node)) return null;
  const { value } = node;
  if (typeof value === 'string') return value;
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  problem(reading, node, 'A text is expected here.');
  return null;
}

export function textsOf(reading: Reading, node: Node): string[] {
  return itemsOf(reading, node).flatMap((item) => textOf(reading, item) ?? []);
}

/** A record of texts. Templates may be null, which AWS has for the empty one. */
export function textRecordOf(reading: Reading, node: Node): Record<string, string> {
  return Object.fromEntries(entriesOf(reading, node).map(([key, entry]) => [key, textOf(reading, entry) ?? '']));
}

export function booleanOf(reading: Reading, node: Node): boolean {
  if (!isThere(node)) return false;
  const text = textOf(reading, node);
  if (text !== null && text !== 'true' && text !== 'false') problem(reading, node, 'true or false is expected here.');
  return text === 'true';
}

/** A whole number within bounds; null when it isn't there. */
export function wholeNumberOf(reading: Reading, node: Node, least: number, most: number): number | null {
  const text = textOf(reading, node);
  if (text === null) return null;
  const number = Number(text);
  if (/^-?\d+$/.test(text) && number >= least && number <= most) return number;
  problem(reading, node, `A whole number from ${least} to ${most} is expected here.`);
  return null;
}

/** One of a closed set, however it is capitalised. */
export function choiceOf<const Values extends readonly string[]>(
  reading: Reading,
  node: Node,
  values: Values,
): Values[number] | null {
  const text = textOf(reading, node);
  if (text === null) return null;
  const found = values.find((value) => value === text.toUpperCase());
  if (found === undefined) problem(reading, node, `One of ${values.join(', ')} is expected here.`);
  return found ?? null;
}

/** The node, or what it refers to within the document. */
export function resolve(reading: Reading, node: Node, depth = 0): Node {
  const reference = isJson(node.value) ? node.value.$ref : undefined;
  if (typeof reference !== 'string') return node;
  const keys = reference.startsWith('#/') ? reference.slice(2).split('/') : null;
  const target = keys && get(reading.root, ...keys.map((key) => key.replaceAll('~1', '/').replaceAll('~0', '~')));
  if (target && isThere(target) && depth < 20) return resolve(reading, target, depth + 1);
  const sentence = keys ? `${reference} is not in the document.` : 'References to other documents are not followed.';
  problem(reading, node, sentence);
  return { value: undefined, path: node.path };
}
