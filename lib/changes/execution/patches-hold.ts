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
  const collection = keys.length > 1 && collections.has(keys[0] ?? '');
  const last = keys.pop() ?? '';
  const holder = keys.reduce(memberOf, thing);
  // AWS leaves out what is empty.
  if (holder === undefined) return op === 'remove' && collection;
  // Lists take their entry either as the end of the path or as the value.
  if (Array.isArray(holder)) return holder.map(String).includes(last) === (op !== 'remove');
  const found = memberOf(holder, last);
  if (Array.isArray(found) && op !== 'replace') return found.map(String).includes(value ?? '') === (op === 'add');
  if (op === 'remove') return found === undefined && collection;
  return found === undefined ? op === 'replace' && !value : String(found ?? '') === (value ?? '');
}

/** Members of which a missing entry means that it was removed; elsewhere it may be spelt unlike the patch. */
const collections: ReadonlySet<string> = new Set([
  'requestParameters',
  'requestTemplates',
  'requestModels',
  'responseParameters',
  'responseTemplates',
  'responseModels',
  'cacheKeyParameters',
  'binaryMediaTypes',
  'variables',
]);

function memberOf(holder: unknown, key: string): unknown {
  if (typeof holder !== 'object' || holder === null || !Object.hasOwn(holder, key)) return undefined;
  return (holder as Record<string, unknown>)[key];
}

function unescaped(key: string): string {
  return key.replaceAll('~1', '/').replaceAll('~0', '~');
}
