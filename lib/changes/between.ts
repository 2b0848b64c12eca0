import { sameValue } from '@/lib/gateway/same-value';

/**
 * Whether a value can be what calls that turn `from` into `to` have left behind half way: every part of it is as before, as it is to be, or
 * not there (a method is created before its integration). Anything else somebody else has done. Plain JSON.
 */
export function isBetween(from: unknown, value: unknown, to: unknown): boolean {
  if (isNothing(value) || sameValue(value, from) || sameValue(value, to)) return true;
  if (!isRecord(value) || !(isRecord(from) || isRecord(to))) return false;
  return Object.entries(value).every(([key, part]) => isBetween(partOf(from, key), part, partOf(to, key)));
}

function partOf(value: unknown, key: string): unknown {
  return isRecord(value) && Object.hasOwn(value, key) ? value[key] : null;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isNothing(value: unknown): boolean {
  if (value === null || value === undefined) return true;
  return typeof value === 'object' && Object.keys(value).length === 0;
}
