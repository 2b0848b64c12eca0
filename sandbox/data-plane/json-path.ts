/**
 * The part of JSONPath that mappings commonly use: `$`, `$.a.b`, `$['a']`, `$.list[0]`. `undefined` when there is
 * nothing at the path or the path is more than that.
 */
export function readJsonPath(root: unknown, path: string): unknown {
  const steps = path.replace(/^\$/, '');
  const pattern = /\.([\w$-]+)|\[(\d+)\]|\['([^']+)'\]|\["([^"]+)"\]/gy;
  let value = root;
  let end = 0;
  for (const match of steps.matchAll(pattern)) {
    const key = match[1] ?? match[2] ?? match[3] ?? match[4] ?? '';
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, key)) return undefined;
    value = (value as Record<string, unknown>)[key];
    end = match.index + match[0].length;
  }
  return end === steps.length ? value : undefined;
}

/** `undefined` for what isn't JSON. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
