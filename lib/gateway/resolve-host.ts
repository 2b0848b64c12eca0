/** A base path mapping, as far as finding one's way needs it. */
export interface HostMapping {
  /** Exact (`a.example.com`) or wildcard (`*.example.com`). */
  domainName: string;
  /** `''` is the empty mapping. */
  basePath: string;
  restApiId: string;
  /** Null: the caller puts the stage into the path. */
  stage: string | null;
}

/** A URL taken apart as written: nothing decoded, no `..` resolved. */
export interface AskedUrl {
  isSecure: boolean;
  /** Lower case, no port. */
  host: string;
  /** Starts with a slash. */
  path: string;
  /** Without the question mark; `''` for none. */
  query: string;
}

interface Found {
  ok: true;
  url: AskedUrl;
  /** Null: through the API's own address, `….execute-api.….amazonaws.com`. */
  mapping: HostMapping | null;
  restApiId: string;
  stage: string;
  /** What is left for the API; starts with a slash. */
  path: string;
  /** Multi-level mappings make the domain match by prefix and lower-case all header names (facts 03, 3.7). */
  matchesByPrefix: boolean;
  /** Why this mapping. */
  sentence: string;
  /** The domain's other mappings and why not they. */
  passedOver: { mapping: HostMapping; sentence: string }[];
}

interface Lost {
  ok: false;
  reason: 'bad-url' | 'unknown-host' | 'no-mapping' | 'no-stage';
  url: AskedUrl | null;
  /** What the client gets, from whoever answers at all; null when nobody does. */
  answer: { status: 403; body: '{"message":"Forbidden"}' } | null;
  sentence: string;
  passedOver: { mapping: HostMapping; sentence: string }[];
}

export type HostResolution = Found | Lost;

/**
 * Which stage of which API answers a URL: domain (the exact name before the wildcard), then its mapping, then the stage. With
 * single-level base paths the first path segment has to be one exactly; as soon as a base path has several levels, the longest that
 * the path begins with wins, letter by letter. Source: AWS, "Use API mappings" (facts 03, 3.7).
 *
 * @param domains names of custom domains, also those without a mapping
 */
export function resolveHost(
  mappings: readonly HostMapping[],
  text: string,
  domains: readonly string[] = [],
): HostResolution {
  const url = readUrl(text);
  if (!url) return lost('bad-url', null, 'Enter a whole URL, such as https://shop.example.com/orders.');
  const names = new Set(
    [...mappings.map(({ domainName }) => domainName), ...domains].map((name) => name.toLowerCase()),
  );
  const parent = url.host.slice(url.host.indexOf('.') + 1);
  const domain = [url.host, `*.${parent}`].find((name) => names.has(name));
  if (domain === undefined) return throughEndpoint(url);
  const own = mappings.filter(({ domainName }) => domainName.toLowerCase() === domain);
  return throughDomain(url, domain, own);
}

/** Null for what is no URL; the scheme may be left out. */
export function readUrl(text: string): AskedUrl | null {
  const [, scheme, authority = '', path = '', query = ''] =
    /^(?:(https?):\/\/)?([^/?#\s]+)([^?#]*)(?:\?([^#]*))?(?:#.*)?$/is.exec(text.trim()) ?? [];
  const host = authority.replace(/:\d*$/, '').replace(/\.$/, '').toLowerCase();
  if (!/^[a-z0-9-]+(\.[a-z0-9-]+)+$/.test(host)) return null;
  return { isSecure: scheme?.toLowerCase() !== 'http', host, path: path === '' ? '/' : path, query };
}

function throughEndpoint(url: AskedUrl): HostResolution {
  const [, restApiId] = /^([a-z0-9]+)\.execute-api\.[a-z0-9-]+\.amazonaws\.com(?:\.cn)?$/.exec(url.host) ?? [];
  if (restApiId === undefined) {
    return lost(
      'unknown-host',
      url,
      `The gateway has no custom domain ${url.host}, also none with a wildcard that covers it.`,
    );
  }
  const { segment, rest } = takeSegment(url.path);
  if (segment === '')
    return lost('no-stage', url, "The API's own address wants the stage as the first part of the path.");
  const sentence = `This is the API's own address: the first part of the path, ${segment}, is the stage.`;
  return {
    ok: true,
    url,
    mapping: null,
    restApiId,
    stage: segment,
    path: rest,
    matchesByPrefix: false,
    sentence,
    passedOver: [],
  };
}

function throughDomain(url: AskedUrl, domain: string, mappings: HostMapping[]): HostResolution {
  const relative = url.path.replace(/^\/+/, '');
  const matchesByPrefix = mappings.some(({ basePath }) => basePath.includes('/'));
  const mapping = matchesByPrefix ? longestPrefix(mappings, relative) : firstSegment(mappings, relative);
  const others = mappings
    .filter((each) => each !== mapping)
    .map((each) => ({ mapping: each, sentence: whyNot(each, relative, matchesByPrefix) }));
  if (!mapping) {
    const what = mappings.length === 0 ? 'has no mapping at all' : `has no mapping for ${url.path}, and no empty one`;
    return { ...lost('no-mapping', url, `The domain ${domain} ${what}.`), passedOver: others };
  }
  const left = relative.slice(mapping.basePath.length);
  const path = left.startsWith('/') ? left : `/${left}`;
  const found = { ok: true, url, mapping, restApiId: mapping.restApiId, matchesByPrefix, passedOver: others } as const;
  const sentence = why(mapping, matchesByPrefix);
  if (mapping.stage !== null) return { ...found, stage: mapping.stage, path, sentence };
  const { segment, rest } = takeSegment(path);
  if (segment === '')
    return {
      ...lost('no-stage', url, `${sentence} It names no stage, and neither does the path.`),
      passedOver: others,
    };
  return {
    ...found,
    stage: segment,
    path: rest,
    sentence: `${sentence} It names no stage, so ${segment} of the path does.`,
  };
}

function firstSegment(mappings: HostMapping[], relative: string): HostMapping | undefined {
  const [segment = ''] = relative.split('/', 1);
  return (
    (segment === '' ? undefined : mappings.find(({ basePath }) => basePath === segment)) ??
    mappings.find(({ basePath }) => basePath === '')
  );
}

function longestPrefix(mappings: HostMapping[], relative: string): HostMapping | undefined {
  const fitting = mappings.filter(({ basePath }) => relative.startsWith(basePath));
  return fitting.sort((one, other) => other.basePath.length - one.basePath.length)[0];
}

function why({ basePath }: HostMapping, matchesByPrefix: boolean): string {
  if (basePath === '') return 'No other base path fits, so the empty mapping serves.';
  if (!matchesByPrefix) return `The first part of the path is the base path ${basePath}.`;
  return `${basePath} is the longest base path that the path begins with; the domain has base paths of several levels, which are compared letter by letter.`;
}

function whyNot({ basePath }: HostMapping, relative: string, matchesByPrefix: boolean): string {
  if (basePath === '') return 'Serves only what no other base path fits.';
  if (matchesByPrefix) {
    return relative.startsWith(basePath)
      ? 'Fits, but a longer base path does, too.'
      : `The path does not begin with ${basePath}.`;
  }
  const [segment = ''] = relative.split('/', 1);
  if (segment.toLowerCase() === basePath.toLowerCase()) return `Differs from ${segment} in letter case, which counts.`;
  return `The first part of the path is ${segment === '' ? 'empty' : segment}, not ${basePath}.`;
}

function takeSegment(path: string): { segment: string; rest: string } {
  const relative = path.replace(/^\/+/, '');
  const [segment = ''] = relative.split('/', 1);
  return { segment, rest: relative.slice(segment.length) || '/' };
}

function lost(reason: Lost['reason'], url: AskedUrl | null, sentence: string): Lost {
  const isAnswered = reason === 'no-mapping' || reason === 'no-stage';
  const answer = isAnswered ? ({ status: 403, body: '{"message":"Forbidden"}' } as const) : null;
  return { ok: false, reason, url, answer, sentence, passedOver: [] };
}
