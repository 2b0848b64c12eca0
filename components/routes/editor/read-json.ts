import { methodSchema } from '@/lib/gateway/edit-schema';
import type { Method } from '@/lib/gateway/model';
import { jsonProblemAt } from './json-problem-at';

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
  } catch {
    return {
      ok: false,
      problems: [
        {
          ...placeOf(text, jsonProblemAt(text) ?? text.length),
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

/** The line where the last key of a path stands: the keys are looked for one after the other. */
function lineOf(text: string, path: string[]): { line: number; column: number } {
  let at = 0;
  for (const key of path) {
    const found = text.indexOf(`${JSON.stringify(key)}:`, at);
    if (found !== -1) at = found;
  }
  return placeOf(text, at);
}

function placeOf(text: string, at: number): { line: number; column: number } {
  const before = text.slice(0, at).split('\n');
  return { line: before.length, column: (before.at(-1) ?? '').length + 1 };
}
