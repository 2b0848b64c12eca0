import { JSONPath } from 'jsonpath-plus';

/** `$`, `$.a.b`, `$['a']`, `$.list[0]`: what nearly all mappings use, read without the library. */
const simple = /^\$(?:\.[\w$-]+|\[\d+\]|\['[^']+'\]|\["[^"]+"\])*$/;
const step = /\.([\w$-]+)|\[(\d+)\]|\['([^']+)'\]|\["([^"]+)"\]/g;
/** Paths that may meet several values, and so always give a list. */
const indefinite = /\.\.|\*|\?\(|\[[^\]'"]*[:,]/;

/**
 * What is at a JSONPath. `undefined` when there is nothing, or the path is none; filters with scripts are not run.
 */
export function readJsonPath(root: unknown, path: string): unknown {
  if (simple.test(path)) return walk(root, path);
  if (typeof root !== 'object' || root === null) return undefined;
  try {
    const found = JSONPath({ path, json: root, eval: false, wrap: true }) as unknown[];
    return indefinite.test(path) ? found : found[0];
  } catch {
    return undefined;
  }
}

function walk(root: unknown, path: string): unknown {
  let value = root;
  for (const match of path.matchAll(step)) {
    const key = match[1] ?? match[2] ?? match[3] ?? match[4] ?? '';
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, key)) return undefined;
    value = (value as Record<string, unknown>)[key];
  }
  return value;
}

/** `undefined` for what isn't JSON. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
