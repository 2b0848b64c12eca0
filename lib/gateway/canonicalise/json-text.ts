import { sortedRecord } from '@/lib/gateway/records';

/** JSON with sorted keys and no blanks; a text that isn't JSON stays as it is. */
export function canonicalJson(
  text: string | null,
  convert: (value: unknown) => unknown = (value) => value,
): string | null {
  if (text === null || text.trim() === '') return null;
  const parsed = parseJson(text);
  return parsed === undefined ? text : JSON.stringify(sortedKeys(convert(parsed)));
}

/** Undefined when the text isn't JSON. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function sortedKeys(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sortedKeys);
  if (typeof value !== 'object' || value === null) return value;
  return sortedRecord(value as Record<string, unknown>, sortedKeys);
}
