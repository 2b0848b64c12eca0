import { sortedRecord } from '@/lib/gateway/records';

/** Null for the empty text. */
export function textOrNull<Text extends string>(text: Text | null): Text | null {
  return text === '' ? null : text;
}

/** A set as a sorted list. */
export function sortedSet(items: readonly string[]): string[] {
  return [...new Set(items)].sort();
}

export function sortedMap<Value>(map: Readonly<Record<string, Value>>): Record<string, Value> {
  return sortedRecord(map, (value) => value);
}
