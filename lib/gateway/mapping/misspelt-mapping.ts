import { contextField } from './context-fields';
import type { MappingProblem, MappingSide } from './mapping';
import { nearestWord } from './nearest-word';

type Rule = (text: string, side: MappingSide) => MappingProblem | null;

const all = (text: string, sentence: string): MappingProblem => ({ at: 0, length: text.length, sentence });

/** What people who know HTTP but not API Gateway type first, the likeliest reading first. */
const rules: readonly Rule[] = [
  (text) => (text === '' ? all(text, "Choose a value: a constant such as 'v1', or where it comes from.") : null),
  (text) => {
    const spaces = text.length - text.trimStart().length;
    return spaces === 0 ? null : { at: 0, length: spaces, sentence: 'Leave out the space at the start.' };
  },
  (text) =>
    /^["\u2018\u2019\u201c\u201d`]/.test(text)
      ? all(text, `Constants stand in single quotes: '${text.replace(/^.|.$/gsu, '').replaceAll("'", '') || 'v1'}'.`)
      : null,
  (text) => {
    const [, name] = /^\$\{?stageVariables?\.(\w+)\}?$/i.exec(text) ?? [];
    return name
      ? all(text, `In mappings a stage variable is written without $ and braces: stageVariables.${name}.`)
      : null;
  },
  (text) => {
    const [, name] = /^\$\{?context\.([\w.]+)\}?$/i.exec(text) ?? [];
    return name ? all(text, `In mappings the context is written without $: context.${name}.`) : null;
  },
  (text) => {
    const [, name] = /^\$input\.params\(\)?['"(]*([\w.$-]*)/.exec(text) ?? [];
    if (name !== undefined) return all(text, `$input is for templates. Here: method.request.header.${name || 'NAME'}.`);
    return text.startsWith('$') ? { at: 0, length: 1, sentence: 'Mappings have no $: that is for templates.' } : null;
  },
  (text) => {
    const [, place, name = ''] = /^(integration\.request|method\.response|gatewayresponse)\.(.*)$/i.exec(text) ?? [];
    if (!place) return null;
    const sources = place.toLowerCase() === 'method.response' ? 'integration.response' : 'method.request';
    return all(
      text,
      `${place}.… is what a mapping sets. What it reads begins with ${sources}: ${sources}.${name || 'header.NAME'}.`,
    );
  },
  (text, side) => {
    if (side === 'response' && /^method\.request(\.|$)/.test(text)) {
      return {
        at: 0,
        length: 'method.request'.length,
        sentence:
          "The client's request can't be read here: a response mapping reads integration.response.…, context.…, stageVariables.… or a 'constant'.",
      };
    }
    if (side === 'response' || !/^integration\.response(\.|$)/.test(text)) return null;
    return {
      at: 0,
      length: 'integration.response'.length,
      sentence:
        "There is no answer of the back end yet: a request mapping reads method.request.…, context.…, stageVariables.… or a 'constant'.",
    };
  },
  wrongWord,
  (text, side) => {
    if (side === 'response' || !/^https?:|[\s/:?&=]/.test(text)) return null;
    return all(text, `A constant stands in single quotes: '${text.replaceAll("'", '').trim()}'.`);
  },
  (text) => {
    const isField = contextField(text)?.where === 'everywhere';
    return isField ? all(text, `A field of the request's context is written context.${text}.`) : null;
  },
  (text, side) => {
    if (!/^[\w.$-]+$/.test(text)) return null;
    const header = side === 'response' ? 'integration.response.header' : 'method.request.header';
    const whose = side === 'response' ? 'A header of the back end' : 'A header of the client';
    return all(text, `${whose} is written ${header}.${text}, a constant stands in single quotes: '${text}'.`);
  },
];

/** `word.word.` that begins like an expression of AWS's but goes on wrongly: `method.request.headers.X`. */
function wrongWord(text: string, side: MappingSide): MappingProblem | null {
  const places: Record<string, readonly string[]> = {
    'method.request': ['path', 'querystring', 'header', 'multivaluequerystring', 'multivalueheader', 'body'],
    'integration.response': ['header', 'multivalueheader', 'body'],
  };
  const [, start = '', word] = /^(method\.request|integration\.response)(?:\.([^.[]*))?/i.exec(text) ?? [];
  const base = side === 'response' ? 'integration.response' : 'method.request';
  if (start !== '' && start !== start.toLowerCase()) {
    return { at: 0, length: start.length, sentence: `Letter case counts: ${start.toLowerCase()}.` };
  }
  if (start !== '') {
    const words = places[start] ?? [];
    const meant = nearestWord(plural[word?.toLowerCase() ?? ''] ?? word ?? '', words);
    const span = word ? { at: start.length + 1, length: word.length } : { at: 0, length: text.length };
    if (meant) return { ...span, sentence: `Did you mean ${start}.${meant}${meant === 'body' ? '' : '.NAME'}?` };
    return { ...span, sentence: `After ${start} comes one of ${words.join(', ')}.` };
  }
  const [first = ''] = text.split('.', 1);
  if (!text.includes('.') || first === '') return null;
  const meant = nearestWord(first, ['method', 'stageVariables', 'context', 'integration']);
  if (meant === null || meant === first) {
    return meant === null ? null : all(text, `Did you mean ${base}.header.NAME?`);
  }
  return { at: 0, length: first.length, sentence: `Did you mean ${meant}.…?` };
}

const plural: Record<string, string> = {
  headers: 'header',
  query: 'querystring',
  querystrings: 'querystring',
  queries: 'querystring',
  param: 'querystring',
  params: 'querystring',
  paths: 'path',
  multiheader: 'multivalueheader',
  multivalueheaders: 'multivalueheader',
  multivaluequery: 'multivaluequerystring',
};

/** The problem of a text that is no mapping expression of its side. */
export function misspelt(text: string, side: MappingSide): MappingProblem {
  for (const rule of rules) {
    const problem = rule(text, side);
    if (problem) return problem;
  }
  const sources = side === 'response' ? 'integration.response.header.NAME' : 'method.request.header.NAME';
  return all(text, `A value is a 'constant' in single quotes, ${sources}, context.NAME or stageVariables.NAME.`);
}
