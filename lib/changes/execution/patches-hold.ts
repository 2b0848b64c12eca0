import type { WirePatch } from '@/lib/aws/api-gateway/wire-patch';

/**
 * Whether a thing, as AWS answers it, is as patches want it. For want of a better way it may say no where the answer spells a
 * member unlike the patch; it never says yes for what it doesn't find.
 */
export function patchesHold(thing: object, patches: readonly WirePatch[]): boolean {
  return patches.every((patch) => holds(thing, patch));
}

function holds(thing: object, { op, path, value }: WirePatch): boolean {
  const keys = path.slice(1).split('/').map(unescaped);
  const last = keys.pop() ?? '';
  let holder: unknown = thing;
  for (const key of keys) holder = memberOf(holder, key);
  // Lists take their entry either as the end of the path or as the value.
  if (Array.isArray(holder)) return holder.map(String).includes(last) === (op !== 'remove');
  const found = memberOf(holder, last);
  if (Array.isArray(found) && value !== undefined && op !== 'replace')
    return found.map(String).includes(value) === (op === 'add');
  if (op === 'remove') return found === undefined && keys.length > 0 && holder !== undefined;
  return found === undefined ? !value : String(found) === (value ?? '');
}

function memberOf(holder: unknown, key: string): unknown {
  if (typeof holder !== 'object' || holder === null || !Object.hasOwn(holder, key)) return undefined;
  return (holder as Record<string, unknown>)[key];
}

function unescaped(key: string): string {
  return key.replaceAll('~1', '/').replaceAll('~0', '~');
}
