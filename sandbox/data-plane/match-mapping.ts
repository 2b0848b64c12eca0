/** A base path that applies, and what of the request's path is left for the API. */
export interface MatchedMapping {
  basePath: string;
  /** Starts with a slash. */
  rest: string;
}

/**
 * Picks a domain's base path mapping for a request path. With single-level base paths only, the first path segment
 * must be one of them, else the empty one (`''`) applies. As soon as one base path has several levels, the longest
 * base path that is a prefix of the path wins, letter by letter: `/ordersandmore` belongs to `orders`.
 * (AWS, "Use API mappings to connect API stages to a custom domain name for REST APIs"; facts 03 section 3.7.)
 */
export function matchMapping(basePaths: readonly string[], path: string): MatchedMapping | undefined {
  const relative = path.replace(/^\/+/, '');
  const basePath = hasSeveralLevels(basePaths) ? longestPrefix(basePaths, relative) : firstSegment(basePaths, relative);
  if (basePath === undefined) return undefined;
  const rest = relative.slice(basePath.length);
  return { basePath, rest: rest.startsWith('/') ? rest : `/${rest}` };
}

/** The same condition makes the gateway lower-case all header names of the domain's requests. */
export function hasSeveralLevels(basePaths: readonly string[]): boolean {
  return basePaths.some((basePath) => basePath.includes('/'));
}

function longestPrefix(basePaths: readonly string[], relative: string): string | undefined {
  const matching = basePaths.filter((basePath) => relative.startsWith(basePath));
  return matching.sort((one, other) => other.length - one.length)[0];
}

function firstSegment(basePaths: readonly string[], relative: string): string | undefined {
  const [segment = ''] = relative.split('/', 1);
  if (segment !== '' && basePaths.includes(segment)) return segment;
  return basePaths.includes('') ? '' : undefined;
}
