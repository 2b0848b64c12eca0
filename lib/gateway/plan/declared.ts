import type { Verb } from '@/lib/gateway/model';
import { entryOf } from '@/lib/gateway/records';

export interface At {
  path: string;
  verb: Verb;
}

type Declared = Readonly<Record<string, boolean>>;

/** Whether `after` lacks one of these declarations, which `before` has. */
export function missesOne(before: Declared, after: Declared, keys: readonly string[]): boolean {
  return keys.some((key) => entryOf(before, key) !== null && entryOf(after, key) === null);
}
