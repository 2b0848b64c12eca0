import { JSONPath } from 'jsonpath-plus';

const definiteStep = /\.([^.[\]'"()\s*]+)|\[(-?\d+)\]|\['((?:[^'\\]|\\.)*)'\]|\["((?:[^"\\]|\\.)*)"\]/gy;

/**
 * What is at a JSONPath, `$.a.b[0]`, in AWS's dialect: a path that names one thing gives it, undefined when it isn't there; one that
 * may name several (`*`, `..`, slices, lists) gives a list. Filters are not evaluated and give undefined.
 */
export function readJsonPath(root: unknown, path: string): unknown {
  const steps = definiteSteps(path);
  if (!steps) return readIndefinite(root, path);
  let value = root;
  for (const step of steps) {
    const key = Array.isArray(value) && step.startsWith('-') ? String(value.length + Number(step)) : step;
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, key)) return undefined;
    value = (value as Record<string, unknown>)[key];
  }
  return value;
}

/** Undefined for what isn't JSON. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** The keys of a path that names one thing; null for other paths. */
function definiteSteps(path: string): string[] | null {
  const steps = path.startsWith('$') ? path.slice(1) : path;
  const keys: string[] = [];
  let end = 0;
  for (const match of steps.matchAll(definiteStep)) {
    const quoted = match[3] ?? match[4];
    keys.push(quoted === undefined ? (match[1] ?? match[2] ?? '') : quoted.replace(/\\(.)/g, '$1'));
    end = match.index + match[0].length;
  }
  return end === steps.length ? keys : null;
}

function readIndefinite(json: unknown, path: string): unknown {
  if (typeof json !== 'object' || json === null) return undefined;
  const whole = path.startsWith('$') ? path : `$${path}`;
  try {
    // No code in paths runs: a filter makes it throw.
    return JSONPath({ path: whole, json, wrap: true, eval: false });
  } catch {
    return undefined;
  }
}
