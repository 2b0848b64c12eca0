import type { MappingProblem, MappingSide } from './mapping';
import { nearestWord } from './nearest-word';

/** What a mapping sets. Responses have headers only. */
export interface MappingTarget {
  place: 'header' | 'query' | 'path';
  name: string;
}

export type ParsedTarget = { ok: true; target: MappingTarget } | { ok: false; problems: MappingProblem[] };

const starts: Record<MappingSide, string> = {
  request: 'integration.request',
  response: 'method.response',
  'gateway-response': 'gatewayresponse',
};

const words = { header: 'header', querystring: 'query', path: 'path' } as const;
const written = { header: 'header', query: 'querystring', path: 'path' } as const;

/** `integration.request.header.X-Tenant`, `method.response.header.Location`, `gatewayresponse.header.X`. */
export function printTarget({ place, name }: MappingTarget, side: MappingSide): string {
  return `${starts[side]}.${written[place]}.${name}`;
}

/** Reads the left side of a parameter mapping. Never throws. */
export function parseTarget(text: string, side: MappingSide): ParsedTarget {
  const start = `${starts[side]}.`;
  const problem = (at: number, length: number, sentence: string): ParsedTarget => ({
    ok: false,
    problems: [{ at, length, sentence }],
  });
  const places = Object.keys(words).filter((word) => side === 'request' || word === 'header');
  if (!text.startsWith(start)) {
    const example = `${start}header.X-Tenant`;
    return problem(0, text.length, `What a mapping sets begins with ${starts[side]}: ${example}.`);
  }
  const dot = text.indexOf('.', start.length);
  const word = dot === -1 ? text.slice(start.length) : text.slice(start.length, dot);
  if (!places.includes(word)) {
    const meant = nearestWord(word === 'query' ? 'querystring' : word, places);
    const sentence = meant
      ? `Did you mean ${start}${meant}.NAME?`
      : `After ${starts[side]} comes ${places.join(', ')}.`;
    return problem(start.length, word.length, sentence);
  }
  const name = dot === -1 ? '' : text.slice(dot + 1);
  if (name === '') return problem(0, text.length, `A name is missing: ${start}${word}.NAME.`);
  const wrong = nameProblem(name);
  if (wrong) return problem(dot + 1 + wrong.at, wrong.length, wrong.sentence);
  return { ok: true, target: { place: words[word as keyof typeof words], name } };
}

/** What is wrong with the name of a header, query parameter or path variable that a mapping sets. */
function nameProblem(name: string): MappingProblem | null {
  if (name === '') return { at: 0, length: 0, sentence: 'Enter a name.' };
  const wrong = /[^a-zA-Z0-9._$-]/u.exec(name);
  if (!wrong) return null;
  const letter = wrong[0];
  const sentence = `${JSON.stringify(letter)} can't be in a name: only letters, digits and . _ $ - can.`;
  return { at: wrong.index, length: letter.length, sentence };
}
