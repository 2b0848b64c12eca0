/** One value that differs. Absent values are null. */
export interface Change {
  /** `mappings › /shop › stage`; empty when the whole thing is one value. */
  path: string;
  before: string | null;
  after: string | null;
}

/**
 * The differences of two JSON values, by path. Equal parts are left out. Things in a list are told apart by what names them rather than
 * by their place, so that one that was put in front doesn't change all the others. Pure.
 */
export function describeChanges(before: unknown, after: unknown): Change[] {
  const changes: Change[] = [];
  compare([], before ?? undefined, after ?? undefined, changes);
  return changes;
}

function compare(path: string[], before: unknown, after: unknown, into: Change[]): void {
  if (isPlainList(before ?? after) && isPlainList(after ?? before)) {
    compareLists(
      path,
      (before as unknown[]) ?? [],
      (after as unknown[]) ?? [],
      into,
      before === undefined,
      after === undefined,
    );
    return;
  }
  if (isParts(before ?? after) && isParts(after ?? before)) {
    const [old, now] = [partsOf(before), partsOf(after)];
    for (const key of new Set([...old.keys(), ...now.keys()]))
      compare([...path, key], old.get(key), now.get(key), into);
    return;
  }
  const [old, now] = [inWords(before), inWords(after)];
  if (old !== now) into.push({ path: path.join(' › '), before: old, after: now });
}

/** Of lists of plain values: what came and what went; of a list that is new or gone all of it. */
function compareLists(
  path: string[],
  before: unknown[],
  after: unknown[],
  into: Change[],
  isNew: boolean,
  isGone: boolean,
): void {
  const text = (list: unknown[], absent: boolean) =>
    absent ? null : list.length > 0 ? list.map(String).join(', ') : '(none)';
  const [old, now] = [text(before, isNew), text(after, isGone)];
  if (old !== now) into.push({ path: path.join(' › '), before: old, after: now });
}

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null;
const isPlainList = (value: unknown) => Array.isArray(value) && value.every((item) => !isObject(item));
const isParts = (value: unknown) => isObject(value) && !isPlainList(value);

function partsOf(value: unknown): Map<string, unknown> {
  if (!isObject(value)) return new Map();
  if (!Array.isArray(value)) return new Map(Object.entries(value).filter(([, inner]) => inner !== null));
  const names = value.map(nameOf);
  const unique = names.every((name) => name !== null) && new Set(names).size === names.length;
  return new Map(value.map((item, index) => [unique ? (names[index] ?? '') : String(index + 1), item]));
}

/** What people call a thing of a list. */
const namingKeys = ['basePath', 'name', 'hostname', 'path', 'id', 'arn', 'key'] as const;

function nameOf(item: unknown): string | null {
  if (!isObject(item)) return null;
  const key = namingKeys.find((one) => typeof (item as Record<string, unknown>)[one] === 'string');
  if (key === undefined) return null;
  const name = String((item as Record<string, unknown>)[key]);
  // A record has a name and a type; a method has a path and a method.
  const kind = ['type', 'method']
    .map((one) => (item as Record<string, unknown>)[one])
    .find((one) => typeof one === 'string');
  const full = key === 'basePath' ? `/${name}` : name;
  return kind === undefined ? full : `${kind} ${full}`;
}

function inWords(value: unknown): string | null {
  if (value === undefined || value === null) return null;
  if (value === true) return 'yes';
  if (value === false) return 'no';
  if (value === '') return '(empty)';
  return isObject(value) ? JSON.stringify(value) : String(value);
}
