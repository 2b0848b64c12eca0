type Value = string | File | Value[] | { [key: string]: Value };

/** Deep enough for every form, and a bound for what a request may make us build. */
const maxDepth = 6;

/**
 * Form data as an object for a schema: `mappings.0.basePath` becomes `{ mappings: [{ basePath }] }`, a name that comes
 * twice becomes a list. Fields that React adds (`$ACTION_…`) are left out.
 */
export function formValues(form: FormData): Record<string, Value> {
  const root: Record<string, Value> = Object.create(null);
  for (const name of new Set(form.keys())) {
    if (name.startsWith('$ACTION')) continue;
    const path = name.split('.');
    if (path.length > maxDepth || path.some((segment) => segment === '__proto__')) continue;
    const all = form.getAll(name);
    put(root, path, all.length > 1 ? all : (all[0] ?? ''));
  }
  return arraysOf(root) as Record<string, Value>;
}

function put(root: Record<string, Value>, path: string[], value: Value): void {
  let at = root;
  for (const segment of path.slice(0, -1)) {
    const next = at[segment];
    if (typeof next === 'object' && !Array.isArray(next) && !(next instanceof File)) at = next;
    else at = at[segment] = Object.create(null) as Record<string, Value>;
  }
  at[path.at(-1) ?? ''] = value;
}

/** Objects whose keys are all numbers become lists, in the order of the numbers and without gaps. */
function arraysOf(value: Value): Value {
  if (typeof value !== 'object' || value instanceof File || Array.isArray(value)) return value;
  const entries = Object.entries(value).map(([key, inner]) => [key, arraysOf(inner)] as const);
  if (entries.length > 0 && entries.every(([key]) => /^\d{1,4}$/.test(key))) {
    return entries.sort(([a], [b]) => Number(a) - Number(b)).map(([, inner]) => inner);
  }
  return Object.fromEntries(entries);
}

const secret = /password|secret|token|private.?key/i;

const privateKey = /PRIVATE KEY-----/;

/** What was typed, by field name, to fill the form again after a refusal; never a password, and no private key, whichever field it is in. */
export function echoValues(input: unknown): Record<string, string> {
  const entries = input instanceof FormData ? [...input.entries()] : Object.entries(input ?? {});
  return Object.fromEntries(
    entries.filter(
      (entry): entry is [string, string] =>
        typeof entry[1] === 'string' &&
        !secret.test(entry[0]) &&
        !privateKey.test(entry[1]) &&
        !entry[0].startsWith('$ACTION'),
    ),
  );
}
