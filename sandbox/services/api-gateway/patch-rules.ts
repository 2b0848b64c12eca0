import type { PatchOp, PatchRule } from './patch';
import { badRequest, notFound } from './refusals';

/** Stores the value as text, or takes it away. */
export function textRule<T, K extends keyof T>(member: K, ops: PatchOp[] = ['replace']): PatchRule<T> {
  return {
    ops,
    apply: (target, value, { op }) =>
      op === 'remove' ? without(target, member) : ({ ...target, [member]: value } as T),
  };
}

/** Stores the value as text; an empty one takes it away. */
export function clearableRule<T, K extends keyof T>(member: K, ops: PatchOp[] = ['replace']): PatchRule<T> {
  return {
    ops,
    apply: (target, value, { op }) =>
      op === 'remove' || value === '' ? without(target, member) : ({ ...target, [member]: value } as T),
  };
}

/** Anything but `true` is stored as false, without an error (facts 5.2). */
export function flagRule<T, K extends keyof T>(member: K): PatchRule<T> {
  return { ops: ['replace'], apply: (target, value) => ({ ...target, [member]: value === 'true' }) as T };
}

/** One of several words; an empty one takes it away. */
export function wordRule<T, K extends keyof T>(member: K, words: readonly string[], title: string): PatchRule<T> {
  return {
    ops: ['replace'],
    apply: (target, value) => {
      if (value === '') return without(target, member);
      if (!words.includes(value)) throw badRequest(`Invalid ${title} specified. Valid options are ${words.join(',')}`);
      return { ...target, [member]: value } as T;
    },
  };
}

/** An entry of a list: named by the path (`/list/{key}`) or by the value. */
export function entryRule<T, K extends keyof T>(member: K, ops: PatchOp[] = ['add', 'remove']): PatchRule<T> {
  return {
    ops,
    apply: (target, value, { op, key }) => {
      const old = key || value;
      const others = ((target[member] as string[] | undefined) ?? []).filter((entry) => entry !== old);
      const entry = op === 'replace' && value ? value : old;
      const entries = op === 'remove' ? others : [...others.filter((other) => other !== entry), entry];
      return { ...target, [member]: entries } as T;
    },
  };
}

/** What AWS says of an entry that isn't there. */
export const missingEntry = {
  parameter: () => notFound('Invalid parameter name specified'),
  contentType: () => notFound('Content-Type specified was not found'),
};

/** An entry of a map, `/requestParameters/{key}`. Only what is there can be replaced or removed. */
export function mapRule<T, K extends keyof T>(
  member: K,
  missing: () => Error,
  read: (text: string) => string | boolean = (text) => text,
): PatchRule<T> {
  return {
    ops: ['add', 'replace', 'remove'],
    apply: (target, value, { op, key }) => {
      const map = (target[member] as Record<string, unknown> | undefined) ?? {};
      if (op !== 'add' && !Object.hasOwn(map, key)) throw missing();
      const { [key]: _old, ...others } = map;
      return { ...target, [member]: op === 'remove' ? others : { ...map, [key]: read(value) } } as T;
    },
  };
}

export function without<T, K extends keyof T>(target: T, member: K): T {
  const { [member]: _gone, ...rest } = target;
  return rest as T;
}
