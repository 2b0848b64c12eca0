/** One value that differs. Absent values are null. */
export interface Change {
  /** `mappings.0.stage`; empty when the whole thing is one value. */
  path: string;
  before: string | null;
  after: string | null;
}

/** The differences of two JSON values, by path. Equal parts are left out. Pure. */
export function describeChanges(before: unknown, after: unknown): Change[] {
  const [old, now] = [flatten(before), flatten(after)];
  return [...new Set([...old.keys(), ...now.keys()])].flatMap((path) => {
    const change = { path, before: old.get(path) ?? null, after: now.get(path) ?? null };
    return change.before === change.after ? [] : [change];
  });
}

function flatten(value: unknown, path = '', into = new Map<string, string>()): Map<string, string> {
  if (value === null || value === undefined) return into;
  if (typeof value !== 'object') return into.set(path, String(value));
  const entries = Object.entries(value);
  const simple = Array.isArray(value) && value.every((item) => typeof item !== 'object');
  if (simple) return into.set(path, value.length > 0 ? value.join(', ') : '(none)');
  for (const [key, inner] of entries) flatten(inner, path ? `${path}.${key}` : key, into);
  return into;
}
