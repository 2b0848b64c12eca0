/** Orders texts by their code units, the same on every machine. */
export function byText(left: string, right: string): number {
  return left < right ? -1 : left > right ? 1 : 0;
}

/** Orders paths as a tree: `/a`, `/a/b`, `/a-b`. */
export function byPath(left: string, right: string): number {
  return byText(left.replaceAll('/', '\0'), right.replaceAll('/', '\0'));
}

/** A copy with sorted keys. */
export function sortedRecord<From, To>(
  record: Readonly<Record<string, From>>,
  convert: (value: From, key: string) => To,
  order: (left: string, right: string) => number = byText,
): Record<string, To> {
  const keys = Object.keys(record).sort(order);
  // fromEntries, because a key may be called `__proto__`.
  return Object.fromEntries(keys.map((key) => [key, convert(record[key] as From, key)]));
}

/** An entry of a record itself, never one of `Object.prototype`. */
export function entryOf<T>(record: Readonly<Partial<Record<string, T>>> | null | undefined, key: string): T | null {
  return record && Object.hasOwn(record, key) ? (record[key] ?? null) : null;
}

/** Sets an entry, whatever its key is called. */
export function setEntry(record: object, key: string, value: unknown): void {
  if (key === '__proto__') {
    Object.defineProperty(record, key, { value, writable: true, enumerable: true, configurable: true });
  } else (record as Record<string, unknown>)[key] = value;
}

/** The keys of both records, sorted. Records of one snapshot family mostly have the same keys in the same order. */
export function keysOfBoth(
  left: object,
  right: object,
  order: (left: string, right: string) => number = byText,
): string[] {
  const keys = Object.keys(left);
  const added = Object.keys(right).filter((key) => !Object.hasOwn(left, key));
  return added.length === 0 ? keys : [...keys, ...added].sort(order);
}
