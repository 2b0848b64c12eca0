import type { FieldValue } from '@/lib/gateway/edits';

interface FieldChange {
  before: FieldValue;
  after: FieldValue;
  /** Of an entry of a map; empty for a field as a whole. */
  key: string;
}

/** What happened to a field, to stand after "GET /orders: ". */
export type Clause = (change: FieldChange) => string;

/** `timeout 29 s -> 10 s`. */
export function changes(label: string, words: (value: FieldValue) => string = plain): Clause {
  return ({ before, after }) => {
    if (after === null) return `${label} is no longer set (was ${words(before)})`;
    return before === null ? `${label} is now ${words(after)}` : `${label} ${words(before)} -> ${words(after)}`;
  };
}

/** `requires an API key`, `no longer requires an API key`. */
export function flag(on: string, off: string): Clause {
  return ({ after }) => (after === true ? on : off);
}

/** A set: what came and what went. */
export function members(label: string): Clause {
  return ({ before, after }) => {
    const [left, right] = [listOf(before), listOf(after)];
    const added = right.filter((item) => !left.includes(item));
    const removed = left.filter((item) => !right.includes(item));
    const parts = [
      ...(added.length > 0 ? [`now with ${shortList(added)}`] : []),
      ...(removed.length > 0 ? [`no longer with ${shortList(removed)}`] : []),
    ];
    return `${label} ${parts.join(', ')}`;
  };
}

/** A text too long for a sentence: a template, a policy, a schema. */
export function longText(label: string | ((key: string) => string)): Clause {
  return ({ before, after, key }) => {
    const name = typeof label === 'string' ? label : label(key);
    if (after === null) return `${name} is removed`;
    return before === null ? `${name} is added` : `${name} is changed`;
  };
}

/** An entry of a map that people read by its key. */
export function entry(label: (key: string) => string, words: (value: FieldValue) => string = plain): Clause {
  return ({ before, after, key }) => changes(label(key), words)({ before, after, key });
}

/** 29 s, 1.5 s, 50 ms. */
export function duration(ms: FieldValue): string {
  return typeof ms === 'number' && ms >= 1_000 ? `${ms / 1_000} s` : `${ms} ms`;
}

export function plain(value: FieldValue): string {
  return short(typeof value === 'object' ? JSON.stringify(value) : String(value));
}

const longest = 120;

export function short(text: string): string {
  const line = text.replaceAll(/\s+/g, ' ');
  return line.length > longest ? `${line.slice(0, longest - 1)}…` : line;
}

function shortList(items: string[]): string {
  const shown = items.slice(0, 4).map(short).join(', ');
  return items.length > 4 ? `${shown} and ${items.length - 4} more` : shown;
}

function listOf(value: FieldValue): string[] {
  return Array.isArray(value) ? value : [];
}
