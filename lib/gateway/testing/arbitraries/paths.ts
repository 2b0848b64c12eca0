import fc from 'fast-check';

const segments = ['orders', 'items', 'v1.0', 'a-b', '{id}', '{key}', '{proxy+}'];

/** Paths of a tree that AWS takes: one variable to a parent, nothing below a greedy one. */
export function paths(): fc.Arbitrary<string[]> {
  const path = fc
    .array(fc.constantFrom(...segments), { minLength: 1, maxLength: 3 })
    .map((parts) => `/${parts.join('/')}`);
  return fc.array(path, { maxLength: 6 }).map(validPaths);
}

/** The paths without those that stand against earlier ones. */
export function validPaths(wanted: readonly string[]): string[] {
  const variables = new Map<string, string>();
  return wanted.filter((path) => {
    const parts = path.split('/').slice(1);
    const own = parts.flatMap((part, index) => {
      return part.startsWith('{')
        ? [{ parent: parts.slice(0, index).join('/'), part, isLast: index === parts.length - 1 }]
        : [];
    });
    const names = own.map(({ part }) => part.replace('+', ''));
    if (new Set(names).size < names.length) return false;
    if (own.some(({ part, isLast }) => part.endsWith('+}') && !isLast)) return false;
    if (own.some(({ parent, part }) => (variables.get(parent) ?? part) !== part)) return false;
    for (const { parent, part } of own) variables.set(parent, part);
    return true;
  });
}

/** `id` of `/orders/{id}`, `proxy` of `/{proxy+}`. */
export function variablesOf(path: string): string[] {
  return [...path.matchAll(/\{([^}+]+)\+?\}/g)].map(([, name = '']) => name);
}
