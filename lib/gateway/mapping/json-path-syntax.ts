import type { MappingProblem } from './mapping';

const plainName = /[^.[\]'"()\s]+/y;
const quotedName = /'(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*"/y;
const inBrackets = /\*|-?\d*:-?\d*(?::-?\d+)?|-?\d+(?:\s*,\s*-?\d+)*/y;

/**
 * What is wrong with a JSONPath that goes on where `$` would stand: `.customer.id`, `[0]['a b']`, `..id`, `[?(@.a > 1)]`.
 * `at` counts from the start of `text`, `from` is where the path begins in it.
 */
export function jsonPathProblem(text: string, from: number): MappingProblem | null {
  let at = from;
  while (at < text.length) {
    const step = text[at] === '.' ? readDot(text, at) : readBracket(text, at);
    if (typeof step !== 'number') return step;
    at = step;
  }
  return null;
}

function readDot(text: string, at: number): number | MappingProblem {
  const start = text[at + 1] === '.' ? at + 2 : at + 1;
  if (text[start] === '[') {
    if (start === at + 2) return start;
    return { at, length: 1, sentence: 'No dot stands before a bracket: body.items[0].' };
  }
  const end = match(plainName, text, start);
  if (end !== null) return end;
  if (start >= text.length) return { at, length: text.length - at, sentence: 'A field name is missing after the dot.' };
  return { at: start, length: 1, sentence: `A field name can't begin with ${text[start]}; put it in brackets: ['…'].` };
}

function readBracket(text: string, at: number): number | MappingProblem {
  if (text[at] !== '[') {
    return { at, length: 1, sentence: `After the body comes .field or [0], not ${JSON.stringify(text[at])}.` };
  }
  const inside = at + 1;
  const end = text[inside] === '?' || text[inside] === '(' ? endOfFilter(text, inside) : endOfKeys(text, inside);
  if (end !== null && text[end] === ']') return end + 1;
  const closing = text.indexOf(']', at);
  if (closing === -1) return { at, length: text.length - at, sentence: 'The bracket is not closed.' };
  return {
    at,
    length: closing + 1 - at,
    sentence: "In brackets stands a number, * or a quoted name: [0], [*], ['a b'].",
  };
}

function endOfKeys(text: string, at: number): number | null {
  let end = match(quotedName, text, at);
  while (end !== null && text[end] === ',') end = match(quotedName, text, end + 1);
  return end ?? match(inBrackets, text, at);
}

/** `?(@.a == 'x')` up to the bracket that closes the filter; brackets in quotes don't count. */
function endOfFilter(text: string, at: number): number | null {
  let depth = 0;
  for (let index = at; index < text.length; index += 1) {
    const quoted = match(quotedName, text, index);
    if (quoted !== null) index = quoted - 1;
    else if (text[index] === '(' || text[index] === '[') depth += 1;
    else if (text[index] === ')') depth -= 1;
    else if (text[index] === ']') {
      if (depth === 0) return index;
      depth -= 1;
    }
  }
  return null;
}

function match(pattern: RegExp, text: string, at: number): number | null {
  pattern.lastIndex = at;
  return pattern.test(text) ? pattern.lastIndex : null;
}
