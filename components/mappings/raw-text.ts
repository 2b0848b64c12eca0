import type { MappingSide } from '@/lib/gateway/mapping/mapping';
import { parseMapping } from '@/lib/gateway/mapping/parse-mapping';
import { parseTarget } from '@/lib/gateway/mapping/parse-target';

export interface RawProblem {
  /** From 1. */
  line: number;
  /** From 1. */
  column: number;
  length: number;
  sentence: string;
}

/** Mappings as lines, `integration.request.header.X-Tenant = context.domainName`. Pure. */
export function printRaw(parameters: Record<string, string>): string {
  return Object.entries(parameters)
    .map(([key, value]) => `${key} = ${value}`)
    .join('\n');
}

/**
 * Reads such lines; empty ones and those that begin with # say nothing. What is wrong has its line and column. A line that can't be
 * read is kept whole, as a target that the checks refuse, so that it is never lost by saving. Pure.
 */
export function parseRaw(
  text: string,
  side: MappingSide,
): { parameters: Record<string, string>; problems: RawProblem[] } {
  const parameters: Record<string, string> = {};
  const problems: RawProblem[] = [];
  text.split('\n').forEach((content, index) => {
    const trimmed = content.trim();
    if (trimmed === '' || trimmed.startsWith('#')) return;
    const line = index + 1;
    const equals = content.indexOf('=');
    if (equals === -1) {
      problems.push({ line, column: 1, length: content.length, sentence: 'A line is TARGET = SOURCE.' });
      parameters[trimmed] = '';
      return;
    }
    const key = part(content, 0, equals);
    const value = part(content, equals + 1, content.length);
    const add = (found: ReturnType<typeof parseTarget> | ReturnType<typeof parseMapping>, at: number) => {
      if (found.ok) return;
      for (const problem of found.problems) {
        problems.push({ line, column: at + problem.at + 1, length: problem.length, sentence: problem.sentence });
      }
    };
    add(parseTarget(key.text, side), key.at);
    add(parseMapping(value.text, side), value.at);
    if (Object.hasOwn(parameters, key.text)) {
      problems.push({ line, column: key.at + 1, length: key.text.length, sentence: 'A line above sets this already.' });
      parameters[trimmed] = '';
    } else {
      parameters[key.text] = value.text;
    }
  });
  return { parameters, problems };
}

function part(content: string, from: number, to: number): { text: string; at: number } {
  const slice = content.slice(from, to);
  return { text: slice.trim(), at: from + slice.length - slice.trimStart().length };
}
