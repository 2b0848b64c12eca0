import { methodSchema } from '@/lib/gateway/edit-schema';
import type { Method } from '@/lib/gateway/model';

/** A place in a text, from 1. */
export interface JsonProblem {
  line: number;
  column: number;
  sentence: string;
}

/** A method from its JSON text, or where the text is wrong. */
export function readJson(text: string): { ok: true; method: Method } | { ok: false; problems: JsonProblem[] } {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    const message = error instanceof Error ? error.message : '';
    return {
      ok: false,
      problems: [
        {
          ...placeOf(text, message),
          sentence: 'This is no JSON: a comma, quote or brace is missing or too much here.',
        },
      ],
    };
  }
  const parsed = methodSchema.safeParse(value);
  if (parsed.success) return { ok: true, method: parsed.data };
  const problems = parsed.error.issues.map(({ path, message }) => ({
    ...lineOf(text, path.map(String)),
    sentence: path.length === 0 ? message : `${path.join('.')}: ${message}`,
  }));
  return { ok: false, problems };
}

/** Engines say "at position 12", "at line 3 column 4", or nothing, which then is the end. */
function placeOf(text: string, message: string): { line: number; column: number } {
  const named = /line (\d+) column (\d+)/.exec(message);
  if (named) return { line: Number(named[1]), column: Number(named[2]) };
  const position = Number(/position (\d+)/.exec(message)?.[1] ?? text.length);
  const before = text.slice(0, position).split('\n');
  return { line: before.length, column: (before.at(-1) ?? '').length + 1 };
}

/** The line where the last key of a path stands: the keys are looked for one after the other. */
function lineOf(text: string, path: string[]): { line: number; column: number } {
  let at = 0;
  for (const key of path) {
    const found = text.indexOf(`${JSON.stringify(key)}:`, at);
    if (found !== -1) at = found;
  }
  const before = text.slice(0, at).split('\n');
  return { line: before.length, column: (before.at(-1) ?? '').length + 1 };
}
