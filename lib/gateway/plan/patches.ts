import type { Patch } from '@/lib/gateway/calls';
import { entryOf } from '@/lib/gateway/records';
import { sameValue } from '@/lib/gateway/same-value';

/** A key within a patch path: `~` and `/` escaped as JSON Pointer has it (RFC 6901). */
export function escapeKey(key: string): string {
  return key.replaceAll('~', '~0').replaceAll('/', '~1');
}

export function replace(path: string, value: Patch['value']): Patch {
  return { op: 'replace', path, value };
}

/** One field; AWS takes the empty text for what is no longer set. Nothing when it is the same. */
export function fieldPatch(path: string, before: unknown, after: string | number | boolean | null): Patch[] {
  return before === after ? [] : [replace(path, after === null ? '' : String(after))];
}

/** Entries of a map, `/requestParameters/<key>`. Removals come first: AWS wants names that are unique over several keys. */
export function mapPatches<Value extends string | boolean>(
  path: string,
  before: Readonly<Record<string, Value>>,
  after: Readonly<Record<string, Value>>,
): Patch[] {
  const removed = Object.keys(before).filter((key) => !Object.hasOwn(after, key));
  const set = Object.entries(after).filter(([key, value]) => entryOf(before, key) !== value);
  return [
    ...removed.map((key): Patch => ({ op: 'remove', path: `${path}/${escapeKey(key)}` })),
    ...set.map(([key, value]): Patch => {
      const op = Object.hasOwn(before, key) ? 'replace' : 'add';
      return { op, path: `${path}/${escapeKey(key)}`, value: String(value) };
    }),
  ];
}

/** Members of a set that the patch's value names. */
export function setPatches(path: string, before: readonly string[], after: readonly string[]): Patch[] {
  return setChanges(before, after).map(({ op, member }) => ({ op, path, value: member }));
}

/** Members of a set that the patch's path names, `/binaryMediaTypes/image~1png`. */
export function keyedSetPatches(path: string, before: readonly string[], after: readonly string[]): Patch[] {
  return setChanges(before, after).map(({ op, member }) => ({ op, path: `${path}/${escapeKey(member)}` }));
}

function setChanges(before: readonly string[], after: readonly string[]) {
  if (sameValue(before, after)) return [];
  const removed = before.filter((member) => !after.includes(member));
  const added = after.filter((member) => !before.includes(member));
  return [
    ...removed.map((member) => ({ op: 'remove' as const, member })),
    ...added.map((member) => ({ op: 'add' as const, member })),
  ];
}
