/** Orders texts by their code units, the same on every machine. */
export function byText(left: string, right: string): number {
  return left < right ? -1 : left > right ? 1 : 0;
}

/** Orders paths as a tree, a slash before all else: `/a`, `/a/b`, `/a-b`. */
export function byPath(left: string, right: string): number {
  const length = Math.min(left.length, right.length);
  for (let index = 0; index < length; index += 1) {
    const [one, other] = [left.charCodeAt(index), right.charCodeAt(index)];
    if (one !== other) return one === slash ? -1 : other === slash ? 1 : one - other;
  }
  return left.length - right.length;
}

const slash = 47;

/** A copy with sorted keys. */
export function sortedRecord<From, To>(
  record: Readonly<Record<string, From>>,
  convert: (value: From, key: string) => To,
  order: (left: string, right: string) => number = byText,
): Record<string, To> {
  const keys = Object.keys(record);
  if (keys.some((key, index) => index > 0 && order(keys[index - 1] ?? '', key) > 0)) keys.sort(order);
  const entries = keys.map((key) => [key, convert(record[key] as From, key)] as const);
  // fromEntries, because a key may be called `__proto__`.
  return entries.some(([key]) => isNumber(key)) ? byNumber(entries) : Object.fromEntries(entries);
}

function isNumber(key: string): boolean {
  const first = key.charCodeAt(0);
  return first >= 48 && first <= 57;
}

/**
 * Statuses as keys: V8 makes `{ 200: …, 404: … }` a list with room for all numbers up to the last, which is kilobytes a method and slow
 * to walk; a number far off turns it into a table, a tenth of the size.
 */
function byNumber<Value>(entries: readonly (readonly [string, Value])[]): Record<string, Value> {
  const farOff = '4294967294';
  const record: Record<string, Value | null> = { [farOff]: null };
  for (const [key, value] of entries) setEntry(record, key, value);
  delete record[farOff];
  return record as Record<string, Value>;
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
