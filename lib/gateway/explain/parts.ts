/** One level of a resource path. */
export interface Part {
  kind: 'fixed' | 'variable' | 'greedy';
  /** As written, `{id}`. */
  text: string;
}

export function partsOf(path: string): Part[] {
  return path
    .split('/')
    .filter((text) => text !== '')
    .map((text) => ({ kind: /^\{.+\+\}$/.test(text) ? 'greedy' : /^\{.+\}$/.test(text) ? 'variable' : 'fixed', text }));
}

/** Whether the resource's path fits, methods aside. */
export function fits(parts: Part[], segments: readonly string[]): boolean {
  return (
    matchedLevels(parts, segments) === parts.length &&
    (parts.at(-1)?.kind === 'greedy' || parts.length === segments.length)
  );
}

/** How many levels of the resource fit from the root down. */
export function matchedLevels(parts: Part[], segments: readonly string[]): number {
  let level = 0;
  for (const { kind, text } of parts) {
    const segment = segments[level];
    if (segment === undefined || (kind === 'fixed' && segment !== text) || (kind === 'variable' && segment === ''))
      break;
    level += 1;
  }
  return level;
}

/** Sorts as AWS prefers: fixed before variable before greedy at every level. */
export function rankOf(parts: Part[]): string {
  return parts.map(({ kind }) => ({ fixed: '1', variable: '2', greedy: '3' })[kind]).join('');
}
